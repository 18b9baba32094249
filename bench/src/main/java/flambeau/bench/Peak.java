package flambeau.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** What the machine does at most: multiply-adds on registers, and bytes moved between arrays that no cache holds. */
final class Peak {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 12; // independent: more than two units, each of which takes four or five cycles
    private static final int STEPS = 1_000_000;
    private static final int LENGTH = 1 << 24; // floats in each of three arrays, 64 MiB
    private static final double SECONDS = 1.5; // also what the compiler needs

    /** Where results go, so that nothing is left out. */
    static volatile float sink;

    private Peak() {}

    /** Work that every thread does by itself. */
    private interface Work {
        void run();
    }

    /** GF/s of fused multiply-adds, each being two operations. */
    static double gigaflops(int threads) throws InterruptedException {
        return 2.0 * SUMS * STEPS * LANES.length() * threads / best(threads, () -> Peak::multiplyAdds);
    }

    /** GB/s of {@code a = b + 3 c}: two arrays read and one written, as the STREAM benchmark counts. */
    static double gigabytes(int threads) throws InterruptedException {
        int n = LENGTH / threads;
        return 3.0 * Float.BYTES * n * threads / best(threads, () -> triad(n));
    }

    private static void multiplyAdds() {
        FloatVector x = FloatVector.broadcast(LANES, 0.9999f), y = FloatVector.broadcast(LANES, 1e-4f);
        FloatVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < STEPS; step++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        var sum = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l);
        sink = sum.lane(0);
    }

    private static Work triad(int n) {
        float[] a = new float[n], b = new float[n], c = new float[n];
        return () -> {
            for (int i = 0; i < n; i++) a[i] = b[i] + 3 * c[i];
            sink = a[n / 2];
        };
    }

    /** The least time in nanoseconds in which all threads did their work once, having begun together. */
    private static double best(int threads, Supplier<Work> work) throws InterruptedException {
        var start = new CyclicBarrier(threads);
        double end = System.nanoTime() + SECONDS * 1e9;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var each = new ArrayList<Work>();
            for (int t = 0; t < threads; t++) each.add(work.get());
            double least = Double.POSITIVE_INFINITY;
            while (System.nanoTime() < end) {
                var times = pool.invokeAll(each.stream()
                        .map(w -> (Callable<Long>) () -> {
                            start.await();
                            long begin = System.nanoTime();
                            w.run();
                            return System.nanoTime() - begin;
                        })
                        .toList());
                least = Math.min(least, longest(times));
            }
            return least;
        }
    }

    private static double longest(List<Future<Long>> times) throws InterruptedException {
        double longest = 0;
        try {
            for (var time : times) longest = Math.max(longest, time.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("bench peak: " + e.getCause(), e);
        }
        return longest;
    }
}
