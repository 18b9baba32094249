package flambeau.bench;

import java.util.ArrayList;
import java.util.function.Supplier;

/** The timing rule of {@code bench ops}, that of bench/peers/ops_torch.py. */
final class OpTiming {
    private static final int BLOCKS = 3;
    private static final int STEADY = 2; // turns that are no faster
    private static final double SAME = 0.95; // of the fastest turn's time
    private static final int MOST_TURNS = 40;
    private static final double BLOCK = 2e-4;

    /** Where results go, so that none is left out. */
    static volatile Object sink = "";

    private OpTiming() {}

    /** The median time of one evaluation in seconds. */
    static double median(Supplier<Object> step, double seconds) {
        int k = Math.max(1, (int) Math.ceil(BLOCK / warm(step, seconds / 2)));
        double start, end;
        var blocks = new ArrayList<Double>();
        for (end = now() + seconds; blocks.size() < BLOCKS || now() < end; ) {
            start = now();
            for (int i = 0; i < k; i++) sink = step.get();
            blocks.add((now() - start) / k);
        }
        blocks.sort(null);
        return blocks.get(blocks.size() / 2);
    }

    /** Evaluates until that gets no faster; returns the mean time of one evaluation in the end. */
    private static double warm(Supplier<Object> step, double seconds) {
        double best = Double.POSITIVE_INFINITY, one = best;
        for (int turn = 0, steady = 0; turn < MOST_TURNS && steady < STEADY; turn++) {
            one = turn(step, seconds);
            steady = one > SAME * best ? steady + 1 : 0;
            best = Math.min(best, one);
        }
        return one;
    }

    /** Evaluates for so long; returns the mean time of one evaluation. */
    static double turn(Supplier<Object> step, double seconds) {
        int n = 0;
        double start = now();
        for (double end = start + seconds; n == 0 || now() < end; n++) sink = step.get();
        return (now() - start) / n;
    }

    static double now() {
        return System.nanoTime() * 1e-9;
    }
}
