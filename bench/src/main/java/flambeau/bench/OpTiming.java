package flambeau.bench;

import java.util.ArrayList;
import java.util.function.Supplier;

/** The timing rule of {@code bench ops}, that of bench/peers/ops_torch.py. */
final class OpTiming {
    private static final int BLOCKS = 3;
    private static final int WARM = 2;
    private static final double BLOCK = 2e-4;

    /** Where results go, so that none is left out. */
    static volatile Object sink = "";

    private OpTiming() {}

    /** The median time of one evaluation in seconds. */
    static double median(Supplier<Object> step, double seconds) {
        double start = now(), end = start + seconds;
        int warm = 0;
        for (; warm < WARM || now() < end; warm++) sink = step.get();
        int k = Math.max(1, (int) Math.ceil(BLOCK * warm / (now() - start)));
        var blocks = new ArrayList<Double>();
        for (end = now() + seconds; blocks.size() < BLOCKS || now() < end; ) {
            start = now();
            for (int i = 0; i < k; i++) sink = step.get();
            blocks.add((now() - start) / k);
        }
        blocks.sort(null);
        return blocks.get(blocks.size() / 2);
    }

    private static double now() {
        return System.nanoTime() * 1e-9;
    }
}
