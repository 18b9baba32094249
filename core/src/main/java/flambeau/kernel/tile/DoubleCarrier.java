package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** float64. */
final class DoubleCarrier extends Carrier {
    private final DoubleTiles tiles = Tiles.get().wide;
    private final double[] a = tiles.a, b = tiles.b, y = tiles.c;
    private final double[][] operands = {a, b, y};

    DoubleCarrier() {
        super(DoubleTiles.SIZE);
    }

    @Override
    void load(DType dtype, long from, int operand, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, from, operands[operand], 0, n);
    }

    @Override
    void repeat(int operand, int from, int to) {
        Arrays.fill(operands[operand], from, to, operands[operand][0]);
    }

    @Override
    void store(DType dtype, int operand, long to, int n) {
        MemorySegment.copy(operands[operand], 0, ALL, ValueLayout.JAVA_DOUBLE, to, n);
    }

    @Override
    void run(Unary op, int n) {
        switch (op) {
            case ABS -> {
                for (int i = 0; i < n; i++) a[i] = Math.abs(a[i]);
            }
            case NEG -> {
                for (int i = 0; i < n; i++) a[i] = -a[i];
            }
            case RECIPROCAL -> {
                for (int i = 0; i < n; i++) a[i] = 1 / a[i];
            }
            case RELU -> {
                for (int i = 0; i < n; i++) a[i] = Math.max(a[i], 0);
            }
            case RSQRT -> {
                for (int i = 0; i < n; i++) a[i] = 1 / Math.sqrt(a[i]);
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) a[i] = Math.sqrt(a[i]);
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) a[i] *= a[i];
            }
            default -> DoubleFunctions.run(op, tiles, n);
        }
    }

    @Override
    void run(Binary op, int n) {
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            case DIV -> div(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case SIGMOID_GRAD -> {
                for (int i = 0; i < n; i++) y[i] = a[i] * (1 - b[i]) * b[i];
            }
            case TANH_GRAD -> {
                for (int i = 0; i < n; i++) y[i] = a[i] * (1 - b[i] * b[i]);
            }
            default -> DoublePairs.run(op, tiles, n);
        }
    }

    private static void add(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] + b[i];
    }

    private static void sub(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] - b[i];
    }

    private static void mul(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * b[i];
    }

    private static void div(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] / b[i];
    }

    private static void max(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.max(a[i], b[i]);
    }

    private static void min(double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(a[i], b[i]);
    }

    @Override
    void run(Ternary op, double v, int n) {
        TernaryLoops.run(op, v, a, b, y, n);
    }

    @Override
    void test(Unary op, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) bools[i] = (byte) f.applyAsDouble(a[i]);
    }

    @Override
    void test(Binary op, int n) {
        switch (op) {
            case EQ -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] == b[i]);
            }
            case NE -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] != b[i]);
            }
            case LT -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] < b[i]);
            }
            case LE -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] <= b[i]);
            }
            case GT -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] > b[i]);
            }
            case GE -> {
                for (int i = 0; i < n; i++) bools[i] = bool(a[i] >= b[i]);
            }
            default -> {
                var f = op.real();
                for (int i = 0; i < n; i++) bools[i] = (byte) f.applyAsDouble(a[i], b[i]);
            }
        }
    }

    @Override
    void choose(int n) {
        choose(bools, a, b, y, n);
    }

    private static void choose(byte[] c, double[] a, double[] b, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = c[i] != 0 ? a[i] : b[i];
    }

    private static byte bool(boolean value) {
        return (byte) (value ? 1 : 0);
    }
}
