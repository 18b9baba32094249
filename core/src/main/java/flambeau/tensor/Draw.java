package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.ref.Reference;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Fills contiguous arrays with random numbers, each by the recipe of PyTorch's CPU code, so that the same stream gives the
 * same numbers.
 */
final class Draw {
    private static final int VECTOR = 16; // from this size on PyTorch draws normal numbers in blocks

    private Draw() {}

    static void fill(Array y, DoubleSupplier source) {
        long at = y.address();
        var dtype = y.dtype();
        for (long i = 0, n = y.count(); i < n; i++)
            Element.setDouble(dtype, at + i * dtype.bytes(), source.getAsDouble());
        Reference.reachabilityFence(y);
    }

    private static void fillWhole(Array y, LongSupplier source) {
        long at = y.address();
        var dtype = y.dtype();
        for (long i = 0, n = y.count(); i < n; i++) Element.setLong(dtype, at + i * dtype.bytes(), source.getAsLong());
        Reference.reachabilityFence(y);
    }

    static void checkFloating(String op, DType dtype) {
        Check.that(dtype.isFloatingPoint(), "%s: the dtype must be floating, got %s", op, dtype);
    }

    /** Refuses a range that the dtype cannot hold. */
    static void checkRange(String op, DType dtype, double low, double high) {
        checkFloating(op, dtype);
        double most = switch (dtype) {
            case FLOAT16 -> 65504;
            case BFLOAT16 -> 0x1.fep127;
            case FLOAT32 -> Float.MAX_VALUE;
            default -> Double.MAX_VALUE;
        };
        Check.that(
                Math.abs(low) <= most && Math.abs(high) <= most && high - low <= most,
                "%s: [%s, %s) is too wide for %s",
                op,
                low,
                high,
                dtype);
        Check.that(low <= high, "%s: from (%s) must not be above to (%s)", op, low, high);
    }

    /** What is rounded up to {@code high} becomes {@code low}. */
    static void uniform(Generator g, Array y, double low, double high) {
        var dtype = y.dtype();
        boolean wide = dtype == DType.FLOAT64;
        double end = Element.rounded(dtype, high);
        float from = (float) low, span = (float) high - from;
        fill(
                y,
                () -> { // rounded once, as PyTorch's compiler does
                    double u = wide ? Math.fma(g.uniform64(), high - low, low) : Math.fma(g.uniform32(), span, from);
                    return Element.rounded(dtype, u) == end ? low : u;
                });
    }

    static void bernoulli(Generator g, Array y, double p) {
        if (y.dtype() == DType.FLOAT32) RandomBits.bernoulli(g, y, p);
        else fill(y, () -> g.uniform64() < p ? 1 : 0);
    }

    /** With a probability for each element: {@code p} is contiguous, float64 (drawn as such) or float32. */
    static void bernoulli(Generator g, Array y, Array p) {
        boolean wide = p.dtype() == DType.FLOAT64;
        long at = y.address();
        for (long i = 0, n = y.count(); i < n; i++) {
            double u = wide ? g.uniform64() : g.uniform32();
            Element.setLong(y.dtype(), at + i * y.dtype().bytes(), u < p.getDouble(i) ? 1 : 0);
        }
        Reference.reachabilityFence(y);
        Reference.reachabilityFence(p);
    }

    static void exponential(Generator g, Array y, double lambda) {
        fill(y, () -> -1 / lambda * Math.log1p(-g.uniform64()));
    }

    static void geometric(Generator g, Array y, double p) {
        fill(y, () -> Math.ceil(Math.log(g.uniform64()) / Math.log1p(-p)));
    }

    static void cauchy(Generator g, Array y, double median, double sigma) {
        fill(y, () -> {
            double u = Math.clamp(g.uniform64(), Math.ulp(1.0), 1 - Math.ulp(1.0));
            return median + sigma * Math.tan(Math.PI * (u - 0.5));
        });
    }

    static void logNormal(Generator g, Array y, double mean, double std) {
        fill(y, () -> Math.exp(g.normal64() * std + mean));
    }

    static void integers(Generator g, Array y, WholeRange range) {
        fillWhole(y, () -> range.draw(g));
    }

    /** Whole numbers from 0 to the largest that the dtype holds, or up to which it holds all. */
    static void integers(Generator g, Array y) {
        var dtype = y.dtype();
        switch (dtype) {
            case INT64 -> fillWhole(y, g::nextSeed);
            case FLOAT64 -> fillWhole(y, () -> Long.remainderUnsigned(g.next64(), (1L << 53) + 1));
            case FLOAT32, FLOAT16, BFLOAT16 ->
                fillWhole(y, () -> g.unsigned32() % ((1L << WholeRange.digits(dtype)) + 1));
            case BOOL -> fillWhole(y, () -> g.next32() & 1);
            case UINT8 -> fillWhole(y, () -> g.next32() & 0xff);
            default -> fillWhole(y, () -> g.unsigned32() % (1L << 8 * dtype.bytes() - 1));
        }
    }

    static void permutation(Generator g, Array y) {
        long at = y.address(), n = y.count();
        var dtype = y.dtype();
        int bytes = dtype.bytes();
        for (long i = 0; i < n; i++) Element.setLong(dtype, at + i * bytes, i);
        for (long i = 0; i < n - 1; i++) {
            long z = g.unsigned32() % (n - i);
            long a = Element.getLong(dtype, at + i * bytes), b = Element.getLong(dtype, at + (z + i) * bytes);
            Element.setLong(dtype, at + i * bytes, b);
            Element.setLong(dtype, at + (z + i) * bytes, a);
        }
        Reference.reachabilityFence(y);
    }

    /** {@code blocks}: whether the tensor is contiguous, for else PyTorch draws a number at a time. */
    static void normal(Generator g, Array y, double mean, double std, boolean blocks) {
        if (y.count() < VECTOR || !blocks) fill(y, () -> g.normal64() * std + mean);
        else if (y.dtype() == DType.FLOAT64) blocks64(g, y, mean, std);
        else blocks32(g, y, (float) mean, (float) std);
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

    /** Of float32; narrower types are computed in it, and draw only whole blocks before the last one. */
    private static void blocks32(Generator g, Array y, float mean, float std) {
        var dtype = y.dtype();
        long n = y.count(), at = y.address(), step = dtype.bytes();
        var x = new float[VECTOR];
        boolean ahead = dtype == DType.FLOAT32; // all numbers are drawn before the first block is made
        if (ahead) fill(y, g::uniform32);
        for (long i = 0; i < n; i += VECTOR) {
            boolean last = i + VECTOR > n; // the last block reaches back and is drawn again
            long from = at + step * (last ? n - VECTOR : i);
            for (int j = 0; j < VECTOR; j++)
                x[j] = last || !ahead ? g.uniform32() : (float) Element.getDouble(dtype, from + step * j);
            for (int j = 0; j < VECTOR / 2; j++) {
                float r = (float) Math.sqrt(-2 * (float) Math.log(1 - x[j])), t = 2 * (float) Math.PI * x[j + 8];
                Element.setDouble(dtype, from + step * j, r * (float) Math.cos(t) * std + mean);
                Element.setDouble(dtype, from + step * (j + 8), r * (float) Math.sin(t) * std + mean);
            }
        }
        Reference.reachabilityFence(y);
    }
}
