package flambeau.kernel.tile;

import flambeau.kernel.Ternary;

/** Functions of three inputs, from tiles a, b and c to tile a. */
final class TernaryLoops {
    private TernaryLoops() {}

    static void run(Ternary op, float v, float[] a, float[] b, float[] c, int n) {
        switch (op) {
            case ADDCMUL -> addProduct(a, b, c, v, n);
            case ADDCDIV -> addQuotient(a, b, c, v, n);
            case CLAMP -> clamp(a, b, c, n);
            case LERP -> lerp(a, b, c, n);
            case NAN_TO_NUM -> numbers(a, b, c, v, n);
        }
    }

    private static void addProduct(float[] a, float[] b, float[] c, float v, int n) {
        for (int i = 0; i < n; i++) a[i] += v * b[i] * c[i];
    }

    private static void addQuotient(float[] a, float[] b, float[] c, float v, int n) {
        for (int i = 0; i < n; i++) a[i] += v * b[i] / c[i];
    }

    private static void clamp(float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) a[i] = Math.min(Math.max(a[i], b[i]), c[i]);
    }

    private static void lerp(float[] a, float[] b, float[] c, int n) {
        for (int i = 0; i < n; i++) {
            float way = b[i] - a[i], left = a[i] + c[i] * way, right = b[i] - way * (1 - c[i]);
            a[i] = Math.abs(c[i]) < 0.5f ? left : right;
        }
    }

    private static void numbers(float[] a, float[] b, float[] c, float v, int n) {
        for (int i = 0; i < n; i++)
            if (!(Math.abs(a[i]) <= Float.MAX_VALUE)) a[i] = a[i] > 0 ? b[i] : a[i] < 0 ? c[i] : v;
    }

    static void run(Ternary op, double v, double[] a, double[] b, double[] c, int n) {
        switch (op) {
            case ADDCMUL -> addProduct(a, b, c, v, n);
            case ADDCDIV -> addQuotient(a, b, c, v, n);
            case CLAMP -> clamp(a, b, c, n);
            case LERP -> lerp(a, b, c, n);
            case NAN_TO_NUM -> numbers(a, b, c, v, n);
        }
    }

    private static void addProduct(double[] a, double[] b, double[] c, double v, int n) {
        for (int i = 0; i < n; i++) a[i] += v * b[i] * c[i];
    }

    private static void addQuotient(double[] a, double[] b, double[] c, double v, int n) {
        for (int i = 0; i < n; i++) a[i] += v * b[i] / c[i];
    }

    private static void clamp(double[] a, double[] b, double[] c, int n) {
        for (int i = 0; i < n; i++) a[i] = Math.min(Math.max(a[i], b[i]), c[i]);
    }

    private static void lerp(double[] a, double[] b, double[] c, int n) {
        for (int i = 0; i < n; i++) {
            double way = b[i] - a[i], left = a[i] + c[i] * way, right = b[i] - way * (1 - c[i]);
            a[i] = Math.abs(c[i]) < 0.5 ? left : right;
        }
    }

    private static void numbers(double[] a, double[] b, double[] c, double v, int n) {
        for (int i = 0; i < n; i++)
            if (!(Math.abs(a[i]) <= Double.MAX_VALUE)) a[i] = a[i] > 0 ? b[i] : a[i] < 0 ? c[i] : v;
    }
}
