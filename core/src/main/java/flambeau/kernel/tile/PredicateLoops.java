package flambeau.kernel.tile;

import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Functions whose result is a bool, from tiles a and b to the tile of bytes. */
final class PredicateLoops {
    private PredicateLoops() {}

    static void run(Unary op, float[] x, byte[] y, int n) {
        switch (op) {
            case NOT -> {
                for (int i = 0; i < n; i++) y[i] = bool(x[i] == 0);
            }
            case ISNAN -> {
                for (int i = 0; i < n; i++) y[i] = bool(Float.isNaN(x[i]));
            }
            case ISINF -> {
                for (int i = 0; i < n; i++) y[i] = bool(Math.abs(x[i]) == Float.POSITIVE_INFINITY);
            }
            case ISFINITE -> {
                for (int i = 0; i < n; i++) y[i] = bool(Math.abs(x[i]) < Float.POSITIVE_INFINITY);
            }
            default -> {
                var f = op.real();
                for (int i = 0; i < n; i++) y[i] = bool(f.applyAsDouble(x[i]) != 0);
            }
        }
    }

    static void run(Binary op, float[] a, float[] b, byte[] y, int n) {
        switch (op) {
            case EQ -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] == b[i]);
            }
            case NE -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] != b[i]);
            }
            case LT -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] < b[i]);
            }
            case LE -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] <= b[i]);
            }
            case GT -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] > b[i]);
            }
            case GE -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] >= b[i]);
            }
            case AND -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] != 0 & b[i] != 0);
            }
            case OR -> {
                for (int i = 0; i < n; i++) y[i] = bool(a[i] != 0 | b[i] != 0);
            }
            default -> {
                for (int i = 0; i < n; i++) y[i] = bool((a[i] != 0) ^ (b[i] != 0));
            }
        }
    }

    private static byte bool(boolean value) {
        return (byte) (value ? 1 : 0);
    }
}
