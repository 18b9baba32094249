package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;

/** What the gates of all recurrent cells are made of. A loop holds one exponential at most. */
final class GateVectors {
    private GateVectors() {}

    /** {@code x = 1 / (exp(-(x + w)) + 1)}. */
    static void logistic(long x, long w, int n) {
        int i = 0;
        var one = FloatVector.broadcast(FLOATS, 1);
        for (; i <= n - WIDTH; i += WIDTH) {
            var exp = VectorMath.exp(load(x, i).add(load(w, i)).neg());
            store(one.div(exp.add(1)), x, i);
        }
        for (; i < n; i++) {
            float exp = Approximation.exp(-(Floats.get(x + 4L * i) + Floats.get(w + 4L * i)));
            Floats.set(x + 4L * i, 1 / (1 + exp));
        }
    }

    /** {@code x += w}, and in {@code exp} what the hyperbolic tangent of x needs the exponential of. */
    static void addForTanh(long x, long w, long exp, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var sum = load(x, i).add(load(w, i));
            store(sum, x, i);
            store(VectorMath.tanhExponent(sum), exp, i);
        }
        for (; i < n; i++) {
            float sum = Floats.get(x + 4L * i) + Floats.get(w + 4L * i);
            Floats.set(x + 4L * i, sum);
            Floats.set(exp + 4L * i, 2 * Math.abs(sum));
        }
    }

    /** {@code y = tanh(x) by}. */
    static void tanhTimes(long x, long exp, long by, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH)
            store(VectorMath.tanh(load(x, i), load(exp, i)).mul(load(by, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.tanh(Floats.get(x + 4L * i)) * Floats.get(by + 4L * i));
    }
}
