package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.Binary;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of two inputs. */
final class BinaryVectors {
    private BinaryVectors() {}

    static void run(Binary op, long a, long b, long y, int n) {
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            case DIV -> div(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case ATAN2 -> AngleVectors.atan2(a, b, y, n);
            case RELU_GRAD -> reluGrad(a, b, y, n);
            case SIGMOID_GRAD -> sigmoidGrad(a, b, y, n);
            case TANH_GRAD -> tanhGrad(a, b, y, n);
            default -> throw new AssertionError(op);
        }
    }

    private static float at(long address, int i) {
        return Floats.get(address + 4L * i);
    }

    private static void add(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).add(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) + at(b, i));
    }

    private static void sub(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).sub(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) - at(b, i));
    }

    private static void mul(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).mul(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) * at(b, i));
    }

    private static void div(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).div(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) / at(b, i));
    }

    private static void max(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).max(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Math.max(at(a, i), at(b, i)));
    }

    private static void min(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).min(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Math.min(at(a, i), at(b, i)));
    }

    private static void reluGrad(long a, long b, long y, int n) {
        int i = 0;
        var zero = FloatVector.zero(FLOATS);
        for (; i <= n - WIDTH; i += WIDTH)
            store(load(a, i).blend(zero, load(b, i).compare(VectorOperators.LE, 0)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, at(b, i) <= 0 ? 0 : at(a, i));
    }

    private static void sigmoidGrad(long a, long b, long y, int n) {
        int i = 0;
        var one = FloatVector.broadcast(FLOATS, 1);
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(b, i);
            store(load(a, i).mul(one.sub(v)).mul(v), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) * (1 - at(b, i)) * at(b, i));
    }

    private static void tanhGrad(long a, long b, long y, int n) {
        int i = 0;
        var one = FloatVector.broadcast(FLOATS, 1);
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(b, i);
            store(load(a, i).mul(one.sub(v.mul(v))), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, at(a, i) * (1 - at(b, i) * at(b, i)));
    }
}
