package flambeau.examples;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far an epoch has come: on a terminal by a bar that is redrawn, elsewhere by a plain line every few seconds.
 *
 * <pre>Epoch  3/10 ━━━━━━──── loss 0.0812  accuracy  97.5 %  21340 images/s  0:02 left</pre>
 */
final class Progress {
    private static final long REDRAW = 100_000_000, PLAIN_LINE = 3_000_000_000L; // nanoseconds
    private static final int WIDEST_BAR = 40;

    private final PrintWriter out;
    private final Terminal terminal;
    private final String label;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private long shown;

    /**
     * The progress of an epoch.
     *
     * @param label its name
     * @param total its images
     */
    Progress(PrintWriter out, Terminal terminal, String label, long total) {
        this(out, terminal, label, total, System::nanoTime);
    }

    /** By a clock of one's own, in nanoseconds. */
    Progress(PrintWriter out, Terminal terminal, String label, long total, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = total;
        this.clock = clock;
        start = clock.getAsLong();
        shown = start;
    }

    /** Tells what has been done so far. */
    void update(Score sofar) {
        long now = clock.getAsLong();
        if (now - shown < (terminal.isInteractive() ? REDRAW : PLAIN_LINE)) return;
        shown = now;
        double rate = sofar.images() / seconds();
        long left = Math.round((total - sofar.images()) / rate);
        var text = String.format(
                Locale.ROOT,
                "loss %.4f  accuracy %5.1f %%  %5.0f images/s  %d:%02d left",
                sofar.loss(),
                100 * sofar.accuracy(),
                rate,
                left / 60,
                left % 60);
        if (terminal.isInteractive())
            out.print("\r" + label + " " + bar(sofar.images(), text.length()) + " " + text + "\033[K");
        else out.printf(Locale.ROOT, "%s  %d %%  %s%n", label, 100 * sofar.images() / total, text);
        out.flush();
    }

    private String bar(long done, int textLength) {
        int width = Math.clamp(terminal.width() - label.length() - textLength - 3, 0, WIDEST_BAR);
        int full = (int) (width * done / total);
        return (terminal.hasUnicode() ? "━" : "#").repeat(full)
                + (terminal.hasUnicode() ? "─" : ".").repeat(width - full);
    }

    /** Seconds since the start. */
    double seconds() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /** Puts a line in the place of the bar. */
    void done(String line) {
        out.println((terminal.isInteractive() ? "\r\033[K" : "") + label + "  " + line);
        out.flush();
    }
}
