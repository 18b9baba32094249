package flambeau.examples;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * A run of the command as {@code ./flambeau mnist} makes it.
 *
 * @param status the exit status
 * @param out what it printed
 * @param err what it printed to standard error
 */
record Run(int status, String out, String err) {
    static Run mnist(Object... arguments) {
        StringWriter out = new StringWriter(), err = new StringWriter();
        int status = new CommandLine(new MnistCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, _) -> {
                    e.getCommandLine().getErr().println("mnist: " + e.getMessage());
                    return 2;
                })
                .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    /** The lines about epochs, without their times. */
    List<String> epochs() {
        return out.lines()
                .filter(line -> line.startsWith("Epoch") && line.contains("test accuracy"))
                .map(line -> line.substring(0, line.lastIndexOf("  ")))
                .toList();
    }
}
