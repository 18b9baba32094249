package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;

import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Maxima and minima of stretches. */
final class Extremes {
    private Extremes() {}

    static float max(long x, int n) {
        var a = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        var b = a;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            a = a.max(load(x, i));
            b = b.max(load(x, i + WIDTH));
        }
        float max = a.max(b).reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) max = Math.max(max, Floats.get(x + 4L * i));
        return max;
    }

    static float min(long x, int n) {
        var a = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
        var b = a;
        int i = 0;
        for (; i <= n - 2 * WIDTH; i += 2 * WIDTH) {
            a = a.min(load(x, i));
            b = b.min(load(x, i + WIDTH));
        }
        float min = a.min(b).reduceLanes(VectorOperators.MIN);
        for (; i < n; i++) min = Math.min(min, Floats.get(x + 4L * i));
        return min;
    }
}
