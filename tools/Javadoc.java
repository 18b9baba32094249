import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Runs javadoc with the given arguments, on the class path as module path, and fails on any warning.
 *
 * <p>javadoc has a -Werror, but no -Xlint:-incubating: the one warning that is there on purpose would end every build. And a
 * comment need not have a tag for each parameter and result: no sentence repeats the signature.
 */
final class Javadoc {
    static void main(String[] args) {
        var arguments = new ArrayList<>(List.of("--module-path", System.getProperty("java.class.path")));
        arguments.addAll(List.of(args));
        arguments.addAll(List.of("-Xmaxwarns", "100000", "-Xmaxerrs", "100000"));
        var said = new StringWriter();
        var out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        boolean warned = false;
        int skip = 0; // a finding is followed by the line of source and a caret
        for (var line : said.toString().lines().toList()) {
            if (line.matches(".*: warning: no @(param|return|throws).*")) skip = 3;
            if (skip-- > 0) continue;
            if (line.contains("[incubating]") || line.matches("\\d+ (warning|error)s?")) continue;
            warned |= line.contains("warning: ");
            System.err.println(line);
        }
        System.exit(status != 0 || warned ? 1 : 0);
    }
}
