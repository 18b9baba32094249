package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

/** Sums over a row in a tile: eight at a time, whose sums of 64 elements are continued in double. */
final class RowSums {
    private static final int BLOCK = 64;

    private RowSums() {}

    static double sum(float[] x, int n) {
        double sum = 0;
        int i = 0;
        for (; i + BLOCK <= n; i += BLOCK) {
            float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
            for (int j = i; j < i + BLOCK; j += 8) {
                a += x[j];
                b += x[j + 1];
                c += x[j + 2];
                d += x[j + 3];
                e += x[j + 4];
                f += x[j + 5];
                g += x[j + 6];
                h += x[j + 7];
            }
            sum += a + b + (c + d) + (e + f + (g + h));
        }
        for (; i < n; i++) sum += x[i];
        return sum;
    }

    /** Of {@code (x - mean)^2}. */
    static double squares(float[] x, float mean, int n) {
        double sum = 0;
        int i = 0;
        for (; i + BLOCK <= n; i += BLOCK) {
            float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
            for (int j = i; j < i + BLOCK; j += 8) {
                a = square(x[j] - mean, a);
                b = square(x[j + 1] - mean, b);
                c = square(x[j + 2] - mean, c);
                d = square(x[j + 3] - mean, d);
                e = square(x[j + 4] - mean, e);
                f = square(x[j + 5] - mean, f);
                g = square(x[j + 6] - mean, g);
                h = square(x[j + 7] - mean, h);
            }
            sum += a + b + (c + d) + (e + f + (g + h));
        }
        for (; i < n; i++) sum += (double) (x[i] - mean) * (x[i] - mean);
        return sum;
    }

    private static float square(float x, float sum) {
        return fma(x, x, sum);
    }

    /** Of {@code x y}. */
    static double products(float[] x, float[] y, int n) {
        double sum = 0;
        int i = 0;
        for (; i + BLOCK <= n; i += BLOCK) {
            float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
            for (int j = i; j < i + BLOCK; j += 8) {
                a = fma(x[j], y[j], a);
                b = fma(x[j + 1], y[j + 1], b);
                c = fma(x[j + 2], y[j + 2], c);
                d = fma(x[j + 3], y[j + 3], d);
                e = fma(x[j + 4], y[j + 4], e);
                f = fma(x[j + 5], y[j + 5], f);
                g = fma(x[j + 6], y[j + 6], g);
                h = fma(x[j + 7], y[j + 7], h);
            }
            sum += a + b + (c + d) + (e + f + (g + h));
        }
        for (; i < n; i++) sum += (double) x[i] * y[i];
        return sum;
    }
}
