package flambeau.kernel.tile;

import flambeau.kernel.Unary;

/** Functions of one input, from tile a to tile a. */
final class UnaryLoops {
    private UnaryLoops() {}

    static void run(Unary op, Tiles tiles, int n) {
        var x = tiles.a;
        switch (op) {
            case ABS -> abs(x, n);
            case NEG -> neg(x, n);
            case RECIPROCAL -> reciprocal(x, n);
            case RELU -> relu(x, n);
            case RSQRT -> rsqrt(x, n);
            case SQRT -> sqrt(x, n);
            case SQUARE -> square(x, n);
            case SIGN -> sign(tiles, n);
            case EXP -> Exponential.exp(tiles, n);
            case EXP2 -> Exponential.exp2(tiles, n);
            case SIGMOID -> Exponential.sigmoid(tiles, n);
            case TANH -> Exponential.tanh(tiles, n);
            case ERF -> Exponential.erf(tiles, n);
            case LOG -> Logarithm.log(tiles, n);
            case LOG1P -> Logarithm.log1p(tiles, n);
            default -> Wide.run(op, tiles, n);
        }
    }

    private static void abs(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.abs(x[i]);
    }

    private static void neg(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = -x[i];
    }

    private static void reciprocal(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 / x[i];
    }

    private static void relu(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.max(x[i], 0);
    }

    private static void rsqrt(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 1 / (float) Math.sqrt(x[i]);
    }

    private static void sqrt(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = (float) Math.sqrt(x[i]);
    }

    private static void sign(Tiles tiles, int n) {
        Tiles.bits(tiles.a, tiles.ints, n);
        sign(tiles.ints, n);
        Tiles.bits(tiles.ints, tiles.a, n);
    }

    /** In the bits of floats: 1 with the sign of x, and 0 where x is 0 or NaN. */
    private static void sign(int[] x, int n) {
        for (int i = 0; i < n; i++) {
            int size = x[i] & 0x7fffffff;
            x[i] = (x[i] & 0x80000000 | 0x3f800000) & -size >> 31 & ~(0x7f800000 - size >> 31);
        }
    }

    private static void square(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] *= x[i];
    }
}
