package flambeau.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What standard output is.
 *
 * @param isInteractive whether it is a terminal, on which a line can be redrawn
 * @param width the columns of that terminal
 * @param hasUnicode whether it takes more letters than ASCII
 */
record Terminal(boolean isInteractive, int width, boolean hasUnicode) {
    private static final int USUAL_WIDTH = 80;

    @SuppressWarnings("SystemConsoleNull") // of JDK 25 it is null again where there is no terminal
    static Terminal find() {
        var console = System.console();
        boolean interactive = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        boolean unicode = System.out.charset().equals(StandardCharsets.UTF_8);
        return new Terminal(interactive, interactive ? columns() : USUAL_WIDTH, unicode);
    }

    /** Java does not tell the width, stty does where there is one. */
    private static int columns() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
            int columns = size.matches("\\d+ \\d+") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (IOException _) {
            return USUAL_WIDTH;
        }
    }
}
