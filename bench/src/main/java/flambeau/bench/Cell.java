package flambeau.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One cell of a table.
 *
 * @param theirs PyTorch's median in seconds
 * @param ours the median here in seconds
 * @param ratio the median of the ratios of both, turn by turn
 */
record Cell(double theirs, double ours, double ratio) {
    /** Of times that were taken in turn. */
    static Cell of(double[] theirs, double[] ours) {
        var ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> theirs[i] / ours[i]);
        return new Cell(median(theirs), median(ours), median(ratios));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s / %s (%.2f)", us(theirs), us(ours), ratio);
    }

    private static String us(double seconds) {
        double us = seconds * 1e6;
        return String.format(Locale.ROOT, us < 10 ? "%.3f" : us < 100 ? "%.1f" : "%.0f", us);
    }
}
