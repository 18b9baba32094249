package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;

/** What the gates of all recurrent cells are made of. A function takes two loops, with an exponential between them. */
final class GateVectors {
    private GateVectors() {}

    /** What the logistic function of {@code x + w} needs the exponential of. */
    static void logisticExponent(long x, long w, long exp, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).add(load(w, i)).neg(), exp, i);
        for (; i < n; i++) Floats.set(exp + 4L * i, -(Floats.get(x + 4L * i) + Floats.get(w + 4L * i)));
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
        for (; i < n; i++)
            Floats.set(y + 4L * i, Approximation.tanh(Floats.get(x + 4L * i)) * Floats.get(by + 4L * i));
    }
}
