package flambeau.kernel.tile;

import flambeau.kernel.Binary;

/** Functions of two inputs, from tiles a and b to tile c. */
final class BinaryLoops {
    private BinaryLoops() {}

    static void run(Binary op, Tiles tiles, int n) {
        float[] a = tiles.a, b = tiles.b, y = tiles.c;
        switch (op) {
            case ADD -> add(a, b, y, n);
            case SUB -> sub(a, b, y, n);
            case MUL -> mul(a, b, y, n);
            case DIV -> div(a, b, y, n);
            case MAX -> max(a, b, y, n);
            case MIN -> min(a, b, y, n);
            case RELU_GRAD -> reluGrad(tiles, n);
            case SIGMOID_GRAD -> sigmoidGrad(a, b, y, n);
            case TANH_GRAD -> tanhGrad(a, b, y, n);
            case ATAN2 -> Angle.atan2(tiles, n);
            case POW -> pow(tiles, n);
            default -> Wide.run(op, tiles, n);
        }
    }

    private static void add(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] + b[i];
    }

    private static void sub(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] - b[i];
    }

    private static void mul(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * b[i];
    }

    private static void div(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] / b[i];
    }

    private static void max(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.max(a[i], b[i]);
    }

    private static void min(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(a[i], b[i]);
    }

    private static void reluGrad(Tiles tiles, int n) {
        Tiles.bits(tiles.a, tiles.ints, n);
        Tiles.bits(tiles.b, tiles.ints2, n);
        clearWhereNotPositive(tiles.ints, tiles.ints2, n);
        Tiles.bits(tiles.ints, tiles.c, n);
    }

    /** Clears a where the float with the bits b is 0 or negative, but not NaN; in ints, for C2 does not vectorise the comparison. */
    private static void clearWhereNotPositive(int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) a[i] &= ~((b[i] - 1 | b[i]) >> 31) | b[i] >> 31 & (0xff800000 - b[i]) >> 31;
    }

    private static void sigmoidGrad(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * (1 - b[i]) * b[i];
    }

    private static void tanhGrad(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = a[i] * (1 - b[i] * b[i]);
    }

    private static void pow(Tiles tiles, int n) {
        float[] a = tiles.a, b = tiles.b, y = tiles.c;
        if (n > 0 && areAll(b, b[0], n) && b[0] == 2) mul(a, a, y, n);
        else if (n > 0 && areAll(b, b[0], n) && b[0] == 3) cube(a, y, n);
        else Wide.run(Binary.POW, tiles, n);
    }

    private static boolean areAll(float[] x, float value, int n) {
        for (int i = 0; i < n; i++) if (x[i] != value) return false;
        return true;
    }

    private static void cube(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (float) ((double) x[i] * x[i] * x[i]);
    }
}
