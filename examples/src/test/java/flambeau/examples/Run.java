package flambeau.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * A run of a command as {@code ./flambeau} makes it.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it printed to standard error
 */
record Run(int status, String out, String err) {
    static Run mnist(Object... arguments) {
        return of(new MnistCommand(), "mnist", arguments);
    }

    /** Whose program prints by itself. */
    static Run chapter(Object... arguments) throws Exception {
        Run[] run = new Run[1];
        var out = printed(() -> run[0] = of(new ChapterCommand(), "chapter", arguments));
        return new Run(run[0].status, out, run[0].err);
    }

    private static Run of(Object command, String name, Object... arguments) {
        StringWriter out = new StringWriter(), err = new StringWriter();
        int status = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, _) -> {
                    e.getCommandLine().getErr().println(name + ": " + e.getMessage());
                    return 2;
                })
                .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    /** What is printed to standard output meanwhile. */
    static String printed(Callable<?> work) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.call();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** The lines about epochs, without their times. */
    List<String> epochs() {
        return out.lines()
                .filter(line -> line.startsWith("Epoch") && line.contains("test accuracy"))
                .map(line -> line.substring(0, line.lastIndexOf("  ")))
                .toList();
    }
}
