package flambeau.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Other processes: a fresh one for each run, so that no run warms up the next. */
final class Processes {
    private Processes() {}

    /** The command that starts this program again, with the flags that this JVM was given; {@code vector}: with vector kernels. */
    static List<String> flambeau(boolean vector) {
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        for (var flag : ManagementFactory.getRuntimeMXBean().getInputArguments())
            if (vector || !flag.startsWith("--add-modules=jdk.incubator.vector")) words.add(flag);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), BenchProgram.class.getName()));
        return words;
    }

    /** The last line that {@code command} prints. */
    static String lastLine(List<String> command) throws InterruptedException {
        var lines = lines(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT), true);
        if (lines.isEmpty())
            throw new IllegalStateException("bench: " + String.join(" ", command) + " printed nothing");
        return lines.getLast();
    }

    /** All that {@code command} prints, errors too, even if it fails. */
    static List<String> lines(List<String> command) throws InterruptedException {
        return lines(new ProcessBuilder(command).redirectErrorStream(true), false);
    }

    private static List<String> lines(ProcessBuilder builder, boolean succeeds) throws InterruptedException {
        var command = builder.command();
        try {
            var process = builder.start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0 && succeeds)
                throw new IllegalStateException("bench: " + String.join(" ", command) + " failed");
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("bench: cannot run " + command.getFirst(), e);
        }
    }
}
