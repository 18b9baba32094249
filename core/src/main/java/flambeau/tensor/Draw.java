package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.ref.Reference;

/**
 * Fills contiguous arrays with random numbers, each by the recipe of PyTorch's CPU code, so that the same stream gives the
 * same numbers.
 */
final class Draw {
    private static final int VECTOR = 16; // from this size on PyTorch draws normal numbers in blocks

    private Draw() {}

    private interface Source {
        double next();
    }

    private static void fill(Array y, Source source) {
        long at = y.address();
        var dtype = y.dtype();
        for (long i = 0, n = y.count(); i < n; i++) Element.setDouble(dtype, at + i * dtype.bytes(), source.next());
        Reference.reachabilityFence(y);
    }

    static void uniform(Generator g, Array y, double low, double high) {
        switch (y.dtype()) {
            case FLOAT64 -> fill(y, () -> g.uniform64() * (high - low) + low);
            case FLOAT16, BFLOAT16 -> {
                int bits = y.dtype() == DType.FLOAT16 ? 11 : 8;
                fill(y, () -> Math.scalb((float) (g.next32() & (1 << bits) - 1), -bits) * (high - low) + low);
            }
            default -> {
                float span = (float) (high - low), from = (float) low;
                fill(y, () -> g.uniform32() * span + from);
            }
        }
    }

    static void bernoulli(Generator g, Array y, double p) {
        fill(y, () -> g.uniform64() < p ? 1 : 0);
    }

    static void integers(Generator g, Array y, long low, long high) {
        long at = y.address(), range = high - low;
        var dtype = y.dtype();
        for (long i = 0, n = y.count(); i < n; i++)
            Element.setLong(dtype, at + i * dtype.bytes(), g.below(range) + low);
        Reference.reachabilityFence(y);
    }

    static void permutation(Generator g, Array y) {
        long at = y.address(), n = y.count();
        var dtype = y.dtype();
        int bytes = dtype.bytes();
        for (long i = 0; i < n; i++) Element.setLong(dtype, at + i * bytes, i);
        for (long i = 0; i < n - 1; i++) {
            long z = (g.next32() & 0xffffffffL) % (n - i);
            long a = Element.getLong(dtype, at + i * bytes), b = Element.getLong(dtype, at + (z + i) * bytes);
            Element.setLong(dtype, at + i * bytes, b);
            Element.setLong(dtype, at + (z + i) * bytes, a);
        }
        Reference.reachabilityFence(y);
    }

    static void normal(Generator g, Array y, double mean, double std) {
        if (y.count() < VECTOR) fill(y, () -> g.normal64() * std + mean);
        else if (y.dtype() == DType.FLOAT64) blocks64(g, y, mean, std);
        else blocks32(g, y, mean, std);
    }

    private static void blocks64(Generator g, Array y, double mean, double std) {
        long n = y.count(), at = y.address();
        fill(y, g::uniform64);
        var x = new double[VECTOR];
        for (long i = 0; i < n; i += VECTOR) {
            boolean last = i + VECTOR > n; // the last block reaches back and is drawn again
            long from = at + 8 * (last ? n - VECTOR : i);
            for (int j = 0; j < VECTOR; j++)
                x[j] = last ? g.uniform64() : Element.getDouble(DType.FLOAT64, from + 8L * j);
            for (int j = 0; j < VECTOR / 2; j++) {
                double r = Math.sqrt(-2 * Math.log(1 - x[j])), t = 2 * Math.PI * x[j + 8];
                Element.setDouble(DType.FLOAT64, from + 8L * j, r * Math.cos(t) * std + mean);
                Element.setDouble(DType.FLOAT64, from + 8L * (j + 8), r * Math.sin(t) * std + mean);
            }
        }
        Reference.reachabilityFence(y);
    }

    private static void blocks32(Generator g, Array y, double mean, double std) {
        var dtype = y.dtype();
        int bytes = dtype.bytes();
        long n = y.count(), at = y.address();
        fill(y, g::uniform32);
        var x = new float[VECTOR];
        for (long i = 0; i < n; i += VECTOR) {
            boolean last = i + VECTOR > n; // the last block reaches back and is drawn again
            long from = at + bytes * (last ? n - VECTOR : i);
            for (int j = 0; j < VECTOR; j++)
                x[j] = last ? g.uniform32() : (float) Element.getDouble(dtype, from + (long) bytes * j);
            for (int j = 0; j < VECTOR / 2; j++) {
                float r = (float) Math.sqrt(-2 * (float) Math.log(1 - x[j])), t = 2 * (float) Math.PI * x[j + 8];
                Element.setDouble(dtype, from + (long) bytes * j, r * (float) Math.cos(t) * (float) std + (float) mean);
                Element.setDouble(
                        dtype, from + (long) bytes * (j + 8), r * (float) Math.sin(t) * (float) std + (float) mean);
            }
        }
        Reference.reachabilityFence(y);
    }
}
