import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Runs javadoc with the given arguments, on the class path as module path, and fails on any warning.
 *
 * <p>javadoc has a -Werror, but no -Xlint:-incubating: the one warning that is there on purpose would end every build.
 */
final class Javadoc {
    static void main(String[] args) {
        var arguments = new ArrayList<>(List.of("--module-path", System.getProperty("java.class.path")));
        arguments.addAll(List.of(args));
        var said = new StringWriter();
        var out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        boolean warned = false;
        for (var line : said.toString().lines().toList()) {
            if (line.contains("[incubating]") || line.matches("\\d+ (warning|error)s?")) continue;
            warned |= line.contains("warning: ");
            System.err.println(line);
        }
        System.exit(status != 0 || warned ? 1 : 0);
    }
}
