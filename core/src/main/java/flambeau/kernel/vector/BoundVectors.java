package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What numbers bound. To compare and choose takes fewer instructions than maxima and minima, which respect NaN and -0 on both sides: so
 * the numbers are neither.
 */
final class BoundVectors {
    private static final int MINUS_ZERO = 0x80000000;

    private BoundVectors() {}

    /** Whether x is a bound that the loops know. */
    static boolean has(float x) {
        return !Float.isNaN(x) && Float.floatToRawIntBits(x) != MINUS_ZERO;
    }

    static void max(long x, float low, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            store(v.blend(low, v.compare(VectorOperators.LE, low)), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Math.max(Floats.get(x + 4L * i), low));
    }

    static void min(long x, float high, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            store(v.blend(high, v.compare(VectorOperators.GT, high)), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Math.min(Floats.get(x + 4L * i), high));
    }

    static void clamp(long x, float low, float high, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            v = v.blend(low, v.compare(VectorOperators.LE, low));
            store(v.blend(high, v.compare(VectorOperators.GT, high)), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Math.min(Math.max(Floats.get(x + 4L * i), low), high));
    }

    /** x where it is finite, else {@code nan}, {@code high} or {@code low}. */
    static void finite(long x, float nan, float high, float low, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            var other = FloatVector.broadcast(FLOATS, nan)
                    .blend(high, v.compare(VectorOperators.GT, 0))
                    .blend(low, v.compare(VectorOperators.LT, 0));
            store(other.blend(v, v.abs().compare(VectorOperators.LE, Float.MAX_VALUE)), y, i);
        }
        for (; i < n; i++) {
            float v = Floats.get(x + 4L * i);
            Floats.set(y + 4L * i, Math.abs(v) <= Float.MAX_VALUE ? v : v > 0 ? high : v < 0 ? low : nan);
        }
    }
}
