package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.Ternary;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Scratch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of three inputs of float32. The loops take whole vectors: what is left over goes through scratch, as one more. */
final class TernaryVectors {
    private static final int PLACE = 5; // in scratch

    private TernaryVectors() {}

    static void run(Ternary op, float v, long a, long b, long c, long y, int n) {
        int rest = n % WIDTH, whole = n - rest;
        loop(op, v, a, b, c, y, whole);
        if (rest == 0) return;
        long room = Scratch.get().address(PLACE, 16L * WIDTH), size = 4L * WIDTH, at = 4L * whole;
        Floats.copy(a + at, room, 4L * rest);
        Floats.copy(b + at, room + size, 4L * rest);
        Floats.copy(c + at, room + 2 * size, 4L * rest);
        loop(op, v, room, room + size, room + 2 * size, room + 3 * size, WIDTH);
        Floats.copy(room + 3 * size, y + at, 4L * rest);
    }

    private static void loop(Ternary op, float v, long a, long b, long c, long y, int n) {
        switch (op) {
            case ADDCMUL -> addProduct(v, a, b, c, y, n);
            case ADDCDIV -> addQuotient(v, a, b, c, y, n);
            case CLAMP -> clamp(a, b, c, y, n);
            case LERP -> lerp(a, b, c, y, n);
            case NAN_TO_NUM -> numbers(v, a, b, c, y, n);
        }
    }

    private static void addProduct(float v, long a, long b, long c, long y, int n) {
        for (int i = 0; i < n; i += WIDTH)
            store(load(a, i).add(load(b, i).mul(v).mul(load(c, i))), y, i);
    }

    private static void addQuotient(float v, long a, long b, long c, long y, int n) {
        for (int i = 0; i < n; i += WIDTH)
            store(load(a, i).add(load(b, i).mul(v).div(load(c, i))), y, i);
    }

    private static void clamp(long a, long b, long c, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) store(load(a, i).max(load(b, i)).min(load(c, i)), y, i);
    }

    private static void lerp(long a, long b, long c, long y, int n) {
        var one = FloatVector.broadcast(FLOATS, 1);
        for (int i = 0; i < n; i += WIDTH) {
            FloatVector from = load(a, i), to = load(b, i), w = load(c, i), way = to.sub(from);
            var isLeft = w.abs().compare(VectorOperators.LT, 0.5f);
            store(to.sub(way.mul(one.sub(w))).blend(from.add(w.mul(way)), isLeft), y, i);
        }
    }

    private static void numbers(float v, long a, long b, long c, long y, int n) {
        for (int i = 0; i < n; i += WIDTH) {
            var x = load(a, i);
            var other = FloatVector.broadcast(FLOATS, v)
                    .blend(load(b, i), x.compare(VectorOperators.GT, 0))
                    .blend(load(c, i), x.compare(VectorOperators.LT, 0));
            store(other.blend(x, x.abs().compare(VectorOperators.LE, Float.MAX_VALUE)), y, i);
        }
    }
}
