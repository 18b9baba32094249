package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.Unary;
import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Functions of one input. */
final class UnaryVectors {
    private UnaryVectors() {}

    static void run(Unary op, long x, long y, int n) {
        switch (op) {
            case ABS -> abs(x, y, n);
            case NEG -> neg(x, y, n);
            case RECIPROCAL -> reciprocal(x, y, n);
            case RELU -> relu(x, y, n);
            case RSQRT -> rsqrt(x, y, n);
            case SQRT -> sqrt(x, y, n);
            case SQUARE -> square(x, y, n);
            case EXP -> exp(x, y, n);
            case EXP2 -> exp2(x, y, n);
            case SIGMOID -> ExponentialVectors.sigmoid(x, y, n);
            case TANH -> ExponentialVectors.tanh(x, y, n);
            case ERF -> ExponentialVectors.erf(x, y, n);
            case LOG -> log(x, y, n);
            case LOG1P -> log1p(x, y, n);
            case CEIL, FLOOR, ROUND, TRUNC -> RoundingVectors.run(op, x, y, n);
            default -> throw new AssertionError(op);
        }
    }

    private static void abs(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).abs(), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Math.abs(Floats.get(x + 4L * i)));
    }

    private static void neg(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).neg(), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, -Floats.get(x + 4L * i));
    }

    private static void reciprocal(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH)
            store(FloatVector.broadcast(FLOATS, 1).div(load(x, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, 1 / Floats.get(x + 4L * i));
    }

    /** Not by a maximum, which takes several instructions to respect NaN and -0. */
    private static void relu(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            store(v.blend(0, v.compare(VectorOperators.LE, 0)), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Math.max(Floats.get(x + 4L * i), 0));
    }

    private static void rsqrt(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH)
            store(FloatVector.broadcast(FLOATS, 1).div(load(x, i).sqrt()), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, 1 / (float) Math.sqrt(Floats.get(x + 4L * i)));
    }

    private static void sqrt(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(x, i).sqrt(), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, (float) Math.sqrt(Floats.get(x + 4L * i)));
    }

    private static void square(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            store(v.mul(v), y, i);
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Floats.get(x + 4L * i) * Floats.get(x + 4L * i));
    }

    static void exp(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(VectorMath.exp(load(x, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.exp(Floats.get(x + 4L * i)));
    }

    private static void exp2(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(VectorMath.exp2(load(x, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.exp2(Floats.get(x + 4L * i)));
    }

    private static void log(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            if (VectorMath.areNormal(v)) store(VectorMath.log(v), y, i);
            else for (int j = i; j < i + WIDTH; j++) Floats.set(y + 4L * j, Approximation.log(Floats.get(x + 4L * j)));
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.log(Floats.get(x + 4L * i)));
    }

    private static void log1p(long x, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(x, i);
            if (VectorMath.areAboveMinusOne(v)) store(VectorMath.log1p(v), y, i);
            else
                for (int j = i; j < i + WIDTH; j++) Floats.set(y + 4L * j, Approximation.log1p(Floats.get(x + 4L * j)));
        }
        for (; i < n; i++) Floats.set(y + 4L * i, Approximation.log1p(Floats.get(x + 4L * i)));
    }
}
