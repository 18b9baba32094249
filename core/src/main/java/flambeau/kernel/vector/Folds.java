package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;

import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * Sums, in the order that {@link Lanes} defines: a pass takes as many of the 64 lanes as four vectors hold, and the stretch is walked
 * until all lanes have been taken.
 */
final class Folds {
    private static final int LANES = Lanes.COUNT;
    private static final int STEP = 4 * WIDTH;
    private static final ThreadLocal<float[]> ROOM = ThreadLocal.withInitial(() -> new float[LANES]);

    // Each lane gets the one so many places further.
    private static final VectorShuffle<Float> EIGHT = VectorShuffle.iota(FLOATS, 8, 1, true);
    private static final VectorShuffle<Float> FOUR = VectorShuffle.iota(FLOATS, 4, 1, true);
    private static final VectorShuffle<Float> TWO = VectorShuffle.iota(FLOATS, 2, 1, true);

    private Folds() {}

    static float sum(long x, int n) {
        var lanes = ROOM.get();
        int whole = n / LANES * LANES;
        for (int at = 0; at < LANES && whole > 0; at += STEP) sum(x, at, whole, lanes);
        if (whole == 0) Arrays.fill(lanes, 0);
        int i = whole;
        for (; i <= n - WIDTH; i += WIDTH) add(load(x, i), lanes, i - whole);
        for (; i < n; i++) lanes[i - whole] += Floats.get(x + 4L * i);
        return finish(lanes, Math.min(n, LANES));
    }

    private static void sum(long x, int at, int n, float[] lanes) {
        FloatVector a = load(x, at), b = load(x, at + WIDTH), c = load(x, at + 2 * WIDTH), d = load(x, at + 3 * WIDTH);
        for (int i = at + LANES; i < n; i += LANES) {
            a = a.add(load(x, i));
            b = b.add(load(x, i + WIDTH));
            c = c.add(load(x, i + 2 * WIDTH));
            d = d.add(load(x, i + 3 * WIDTH));
        }
        store(a, b, c, d, lanes, at);
    }

    private static void store(FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] lanes, int at) {
        a.intoArray(lanes, at);
        b.intoArray(lanes, at + WIDTH);
        c.intoArray(lanes, at + 2 * WIDTH);
        d.intoArray(lanes, at + 3 * WIDTH);
    }

    private static void add(FloatVector x, float[] lanes, int at) {
        FloatVector.fromArray(FLOATS, lanes, at).add(x).intoArray(lanes, at);
    }

    /** {@link Lanes#sum} by vectors. */
    private static float finish(float[] lanes, int n) {
        if (n < LANES || WIDTH * 2 > LANES || WIDTH < 2) return Lanes.sum(lanes, 0, n);
        int half = LANES / 2;
        for (; half >= WIDTH; half /= 2)
            for (int l = 0; l < half; l += WIDTH)
                FloatVector.fromArray(FLOATS, lanes, l)
                        .add(FloatVector.fromArray(FLOATS, lanes, l + half))
                        .intoArray(lanes, l);
        var v = FloatVector.fromArray(FLOATS, lanes, 0);
        if (WIDTH > 8) v = v.add(v.rearrange(EIGHT));
        if (WIDTH > 4) v = v.add(v.rearrange(FOUR));
        if (WIDTH > 2) v = v.add(v.rearrange(TWO));
        return v.lane(0) + v.lane(1) + 0f;
    }

    /** The sum of {@code a b}. */
    static float products(long a, long b, int n) {
        var lanes = ROOM.get();
        int whole = n / LANES * LANES;
        for (int at = 0; at < LANES && whole > 0; at += STEP) products(a, b, at, whole, lanes);
        if (whole == 0) Arrays.fill(lanes, 0);
        int i = whole;
        for (; i <= n - WIDTH; i += WIDTH) add(load(a, i).mul(load(b, i)), lanes, i - whole);
        for (; i < n; i++) lanes[i - whole] += Floats.get(a + 4L * i) * Floats.get(b + 4L * i);
        return finish(lanes, Math.min(n, LANES));
    }

    private static void products(long x, long y, int at, int n, float[] lanes) {
        FloatVector a = load(x, at).mul(load(y, at)),
                b = load(x, at + WIDTH).mul(load(y, at + WIDTH)),
                c = load(x, at + 2 * WIDTH).mul(load(y, at + 2 * WIDTH)),
                d = load(x, at + 3 * WIDTH).mul(load(y, at + 3 * WIDTH));
        for (int i = at + LANES; i < n; i += LANES) {
            a = a.add(load(x, i).mul(load(y, i)));
            b = b.add(load(x, i + WIDTH).mul(load(y, i + WIDTH)));
            c = c.add(load(x, i + 2 * WIDTH).mul(load(y, i + 2 * WIDTH)));
            d = d.add(load(x, i + 3 * WIDTH).mul(load(y, i + 3 * WIDTH)));
        }
        store(a, b, c, d, lanes, at);
    }

    private static FloatVector square(FloatVector x) {
        return x.mul(x);
    }

    /** The sum of {@code (x - mean)^2}. */
    static float squares(long x, float mean, int n) {
        var lanes = ROOM.get();
        int whole = n / LANES * LANES;
        for (int at = 0; at < LANES && whole > 0; at += STEP) squares(x, mean, at, whole, lanes);
        if (whole == 0) Arrays.fill(lanes, 0);
        int i = whole;
        for (; i <= n - WIDTH; i += WIDTH) add(square(load(x, i).sub(mean)), lanes, i - whole);
        for (; i < n; i++) {
            float d = Floats.get(x + 4L * i) - mean;
            lanes[i - whole] += d * d;
        }
        return finish(lanes, Math.min(n, LANES));
    }

    private static void squares(long x, float mean, int at, int n, float[] lanes) {
        FloatVector a = square(load(x, at).sub(mean)),
                b = square(load(x, at + WIDTH).sub(mean)),
                c = square(load(x, at + 2 * WIDTH).sub(mean)),
                d = square(load(x, at + 3 * WIDTH).sub(mean));
        for (int i = at + LANES; i < n; i += LANES) {
            a = a.add(square(load(x, i).sub(mean)));
            b = b.add(square(load(x, i + WIDTH).sub(mean)));
            c = c.add(square(load(x, i + 2 * WIDTH).sub(mean)));
            d = d.add(square(load(x, i + 3 * WIDTH).sub(mean)));
        }
        store(a, b, c, d, lanes, at);
    }

    /** The sum of {@code dy (x - mean)}. */
    static float products(long dy, long x, float mean, int n) {
        var lanes = ROOM.get();
        int whole = n / LANES * LANES;
        for (int at = 0; at < LANES && whole > 0; at += STEP) products(dy, x, mean, at, whole, lanes);
        if (whole == 0) Arrays.fill(lanes, 0);
        int i = whole;
        for (; i <= n - WIDTH; i += WIDTH) add(load(dy, i).mul(load(x, i).sub(mean)), lanes, i - whole);
        for (; i < n; i++) lanes[i - whole] += Floats.get(dy + 4L * i) * (Floats.get(x + 4L * i) - mean);
        return finish(lanes, Math.min(n, LANES));
    }

    private static void products(long dy, long x, float mean, int at, int n, float[] lanes) {
        FloatVector a = load(dy, at).mul(load(x, at).sub(mean)),
                b = load(dy, at + WIDTH).mul(load(x, at + WIDTH).sub(mean)),
                c = load(dy, at + 2 * WIDTH).mul(load(x, at + 2 * WIDTH).sub(mean)),
                d = load(dy, at + 3 * WIDTH).mul(load(x, at + 3 * WIDTH).sub(mean));
        for (int i = at + LANES; i < n; i += LANES) {
            a = a.add(load(dy, i).mul(load(x, i).sub(mean)));
            b = b.add(load(dy, i + WIDTH).mul(load(x, i + WIDTH).sub(mean)));
            c = c.add(load(dy, i + 2 * WIDTH).mul(load(x, i + 2 * WIDTH).sub(mean)));
            d = d.add(load(dy, i + 3 * WIDTH).mul(load(x, i + 3 * WIDTH).sub(mean)));
        }
        store(a, b, c, d, lanes, at);
    }
}
