package flambeau.kernel.tile;

import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** int32, and all narrower integers and bool, which wrap when they are stored. Comparisons are arithmetic: C2 vectorises no branches. */
// As LongCarrier: loops over arrays of int and of long cannot be one.
final class IntCarrier extends Carrier {
    private final int[] a, b, y;
    private final int[][] operands;
    private final Integers narrow;

    IntCarrier() {
        super(Tiles.SIZE);
        a = new int[size];
        b = new int[size];
        y = new int[size];
        operands = new int[][] {a, b, y};
        narrow = new Integers(size);
    }

    @Override
    void load(DType dtype, long from, int operand, int n) {
        narrow.load(dtype, from, operands[operand], n);
    }

    @Override
    void repeat(int operand, int from, int to) {
        Arrays.fill(operands[operand], from, to, operands[operand][0]);
    }

    @Override
    void store(DType dtype, int operand, long to, int n) {
        narrow.store(dtype, operands[operand], to, n);
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
                for (int i = 0; i < n; i++) a[i] &= ~(a[i] >> 31);
            }
            case SIGN -> {
                for (int i = 0; i < n; i++) a[i] = a[i] >> 31 | -a[i] >>> 31;
            }
            case SQUARE -> {
                for (int i = 0; i < n; i++) a[i] *= a[i];
            }
            case CEIL, FLOOR, ROUND, TRUNC -> {}
            default -> byDefinition(op.whole(), n);
        }
    }

    private void byDefinition(LongUnaryOperator f, int n) {
        for (int i = 0; i < n; i++) a[i] = (int) f.applyAsLong(a[i]);
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

    private static void add(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] + b[i];
    }

    private static void sub(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] - b[i];
    }

    private static void mul(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * b[i];
    }

    private static void max(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.max(a[i], b[i]);
    }

    private static void min(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(a[i], b[i]);
    }

    private static void and(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] & b[i];
    }

    private static void or(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] | b[i];
    }

    private static void xor(int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] ^ b[i];
    }

    private void byDefinition(LongBinaryOperator f, int n) {
        for (int i = 0; i < n; i++) y[i] = (int) f.applyAsLong(a[i], b[i]);
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

    private static void choose(byte[] c, int[] a, int[] b, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = c[i] != 0 ? a[i] : b[i];
    }

    private static void equal(int[] a, int[] b, byte[] y, int flip, int n) {
        for (int i = 0; i < n; i++) {
            int d = a[i] ^ b[i];
            y[i] = (byte) ((d | -d) >>> 31 ^ flip);
        }
    }

    private static void less(int[] a, int[] b, byte[] y, int flip, int n) {
        for (int i = 0; i < n; i++) {
            int d = a[i] - b[i];
            y[i] = (byte) ((d ^ (a[i] ^ b[i]) & (d ^ a[i])) >>> 31 ^ flip);
        }
    }
}
