package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** int64. Comparisons are arithmetic: C2 vectorises no branches. */
final class LongCarrier extends Carrier {
    private final long[] a, b, y;
    private final long[][] operands;

    LongCarrier() {
        super(Tiles.SIZE / 2);
        a = new long[size];
        b = new long[size];
        y = new long[size];
        operands = new long[][] {a, b, y};
    }

    @Override
    void load(DType dtype, long from, int operand, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, from, operands[operand], 0, n);
    }

    @Override
    void repeat(int operand, int from, int to) {
        Arrays.fill(operands[operand], from, to, operands[operand][0]);
    }

    @Override
    void store(DType dtype, int operand, long to, int n) {
        MemorySegment.copy(operands[operand], 0, ALL, ValueLayout.JAVA_LONG, to, n);
    }

    @Override
    void run(Unary op, int n) {
        switch (op) {
            case ABS -> {
                for (int i = 0; i < n; i++) a[i] = Math.abs(a[i]);
            }
            case BIT_NOT -> {
                for (int i = 0; i < n; i++) a[i] = ~a[i];
            }
            case NEG -> {
                for (int i = 0; i < n; i++) a[i] = -a[i];
            }
            case RELU -> {
                for (int i = 0; i < n; i++) a[i] &= ~(a[i] >> 63);
            }
            case SIGN -> {
                for (int i = 0; i < n; i++) a[i] = a[i] >> 63 | -a[i] >>> 63;
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) a[i] *= a[i];
            }
            case CEIL, FLOOR, ROUND, TRUNC -> {}
            default -> byDefinition(op.whole(), n);
        }
    }

    private void byDefinition(LongUnaryOperator f, int n) {
        for (int i = 0; i < n; i++) a[i] = f.applyAsLong(a[i]);
    }

    @Override
    void run(Binary op, int n) {
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case BIT_AND -> and(a, b, y, n);
            case BIT_OR -> or(a, b, y, n);
            case BIT_XOR -> xor(a, b, y, n);
            default -> byDefinition(op.whole(), n);
        }
    }

    private static void add(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] + b[i];
    }

    private static void sub(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] - b[i];
    }

    private static void mul(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * b[i];
    }

    private static void max(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.max(a[i], b[i]);
    }

    private static void min(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(a[i], b[i]);
    }

    private static void and(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] & b[i];
    }

    private static void or(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] | b[i];
    }

    private static void xor(long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] ^ b[i];
    }

    private void byDefinition(LongBinaryOperator f, int n) {
        for (int i = 0; i < n; i++) y[i] = f.applyAsLong(a[i], b[i]);
    }

    @Override
    void test(Unary op, int n) {
        switch (op) {
            case NOT -> {
                Arrays.fill(y, 0, n, 0);
                equal(a, y, bools, 1, n);
            }
            default -> {
                var f = op.whole();
                for (int i = 0; i < n; i++) bools[i] = (byte) f.applyAsLong(a[i]);
            }
        }
    }

    @Override
    void test(Binary op, int n) {
        switch (op) {
            case EQ -> equal(a, b, bools, 1, n);
            case NE -> equal(a, b, bools, 0, n);
            case LT -> less(a, b, bools, 0, n);
            case GE -> less(a, b, bools, 1, n);
            case GT -> less(b, a, bools, 0, n);
            case LE -> less(b, a, bools, 1, n);
            default -> {
                var f = op.whole();
                for (int i = 0; i < n; i++) bools[i] = (byte) f.applyAsLong(a[i], b[i]);
            }
        }
    }

    @Override
    void choose(int n) {
        choose(bools, a, b, y, n);
    }

    private static void choose(byte[] c, long[] a, long[] b, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = c[i] != 0 ? a[i] : b[i];
    }

    private static void equal(long[] a, long[] b, byte[] y, int flip, int n) {
        for (int i = 0; i < n; i++) {
            long d = a[i] ^ b[i];
            y[i] = (byte) ((int) ((d | -d) >>> 63) ^ flip);
        }
    }

    private static void less(long[] a, long[] b, byte[] y, int flip, int n) {
        for (int i = 0; i < n; i++) {
            long d = a[i] - b[i];
            y[i] = (byte) ((int) ((d ^ (a[i] ^ b[i]) & (d ^ a[i])) >>> 63) ^ flip);
        }
    }
}
