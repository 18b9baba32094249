package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.Unary;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Whole numbers near to floats. There is no such operation on vectors: adding and subtracting 2^23 rounds what is smaller, and what is
 * not is whole already.
 */
final class RoundingVectors {
    private static final float WHOLE = 0x1p23f;
    private static final int SIGN = 0x80000000;

    private RoundingVectors() {}

    static void run(Unary op, long x, long y, int n) {
        switch (op) {
            case ROUND -> round(x, y, n);
            case FLOOR -> floor(x, y, n);
            case CEIL -> ceil(x, y, n);
            default -> trunc(x, y, n);
        }
        for (int i = n - n % WIDTH; i < n; i++)
            Floats.set(y + 4L * i, (float) op.real().applyAsDouble(Floats.get(x + 4L * i)));
    }

    private static void round(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            store(like(v, nearest(v.abs())), y, i);
        }
    }

    private static void trunc(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) {
            FloatVector v = load(x, i), a = v.abs(), r = nearest(a);
            store(like(v, r.sub(1, r.compare(VectorOperators.GT, a))), y, i);
        }
    }

    private static void floor(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) {
            FloatVector v = load(x, i), r = like(v, nearest(v.abs()));
            store(like(v, r.sub(1, r.compare(VectorOperators.GT, v)).abs()), y, i);
        }
    }

    private static void ceil(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) {
            FloatVector v = load(x, i), r = like(v, nearest(v.abs()));
            store(like(v, r.add(1, r.compare(VectorOperators.LT, v)).abs()), y, i);
        }
    }

    /** The whole number nearest to a number without sign, the even one of two. */
    private static FloatVector nearest(FloatVector a) {
        return a.add(WHOLE)
                .sub(WHOLE)
                .blend(a, a.compare(VectorOperators.LT, WHOLE).not());
    }

    /** A number without sign, with that of another. */
    private static FloatVector like(FloatVector sign, FloatVector a) {
        return sign.reinterpretAsInts().and(SIGN).or(a.reinterpretAsInts()).reinterpretAsFloats();
    }

    /** Whether {@link #run} has a loop for it. */
    static boolean has(Unary op) {
        return op == Unary.ROUND || op == Unary.FLOOR || op == Unary.CEIL || op == Unary.TRUNC;
    }
}
