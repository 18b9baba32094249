package flambeau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the numbers were taken on. */
final class Machine {
    private Machine() {}

    static String text() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s %s, Java %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    private static String processor() throws IOException {
        var info = Path.of("/proc/cpuinfo"); // only Linux has it
        if (!Files.exists(info)) return "a processor that this system does not name";
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse("a processor without a name");
    }
}
