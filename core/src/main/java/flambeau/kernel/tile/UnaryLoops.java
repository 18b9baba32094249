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
            case EXP -> Exponential.exp(tiles, n);
            case SIGMOID -> Exponential.sigmoid(tiles, n);
            case TANH -> Exponential.tanh(tiles, n);
            case ERF -> Exponential.erf(tiles, n);
            case LOG -> Logarithm.log(tiles, n);
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

    private static void square(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] *= x[i];
    }
}
