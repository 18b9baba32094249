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

    /** The command that starts this program again, with the flags that this JVM was given. */
    static List<String> flambeau(String command) {
        var words = new ArrayList<String>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "flambeau.cli.Main", command));
        return words;
    }

    /** The last line that {@code command} prints. */
    static String lastLine(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0 || lines.isEmpty())
                throw new IllegalStateException("bench: " + String.join(" ", command) + " failed");
            return lines.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException("bench: cannot run " + command.getFirst(), e);
        }
    }
}
