package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Lanes;
import flambeau.kernel.runs.Scratch;
import jdk.incubator.vector.FloatVector;

/** Functions made of exp: what it is taken of, the exponential, and what is made of it, each a loop over a stretch of scratch. */
final class ExponentialVectors {
    private static final int PLACE = 5; // in scratch

    private ExponentialVectors() {}

    private static long scratch() {
        return Scratch.get().address(PLACE, 4L * Lanes.BLOCK);
    }

    static void sigmoid(long x, long y, int n) {
        long exp = scratch();
        for (int i = 0; i < n; i += Lanes.BLOCK) {
            int m = Math.min(Lanes.BLOCK, n - i);
            negate(x + 4L * i, exp, m);
            UnaryVectors.exp(exp, exp, m);
            logistic(exp, y + 4L * i, m);
        }
    }

    private static void negate(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).neg(), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, -Floats.get(x + 4L * i));
    }

    private static void logistic(long exp, long y, int n) {
        int i = 0;
        var one = FloatVector.broadcast(FLOATS, 1);
        for (; i <= n - WIDTH; i += WIDTH) store(one.div(load(exp, i).add(1)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, 1 / (1 + Floats.get(exp + 4L * i)));
    }

    static void tanh(long x, long y, int n) {
        long exp = scratch();
        for (int i = 0; i < n; i += Lanes.BLOCK) {
            int m = Math.min(Lanes.BLOCK, n - i);
            tanhExponent(x + 4L * i, exp, m);
            UnaryVectors.exp(exp, exp, m - m % WIDTH);
            tanh(x + 4L * i, exp, y + 4L * i, m);
        }
    }

    private static void tanhExponent(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) store(VectorMath.tanhExponent(load(x, i)), y, i);
    }

    /** The hyperbolic tangent, given the exponential of {@link VectorMath#tanhExponent}. */
    static void tanh(long x, long exp, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(VectorMath.tanh(load(x, i), load(exp, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.tanh(Floats.get(x + 4L * i)));
    }

    static void erf(long x, long y, int n) {
        long exp = scratch();
        for (int i = 0; i < n; i += Lanes.BLOCK) {
            int m = Math.min(Lanes.BLOCK, n - i);
            erfExponent(x + 4L * i, exp, m);
            UnaryVectors.exp(exp, exp, m - m % WIDTH);
            erf(x + 4L * i, exp, y + 4L * i, m);
        }
    }

    private static void erfExponent(long x, long y, int n) {
        for (int i = 0; i <= n - WIDTH; i += WIDTH) store(VectorMath.erfExponent(load(x, i)), y, i);
    }

    private static void erf(long x, long exp, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(VectorMath.erf(load(x, i), load(exp, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.erf(Floats.get(x + 4L * i)));
    }
}
