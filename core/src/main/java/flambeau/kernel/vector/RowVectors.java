package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;

import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;

/** Folds of the columns of a few rows: down the rows, two vectors of columns at a time. */
final class RowVectors {
    private RowVectors() {}

    static void fold(Op op, long x, int rows, long stride, float[] acc, int n) {
        switch (op) {
            case MAX -> max(x, rows, 4 * stride, acc, n);
            case MIN -> min(x, rows, 4 * stride, acc, n);
            default -> sum(x, rows, 4 * stride, acc, n);
        }
    }

    private static void sum(long x, int rows, long stride, float[] acc, int n) {
        int j = 0;
        for (; j <= n - 2 * WIDTH; j += 2 * WIDTH) {
            FloatVector a = load(x, j), b = load(x, j + WIDTH);
            for (int r = 1; r < rows; r++) {
                a = a.add(load(x + r * stride, j));
                b = b.add(load(x + r * stride, j + WIDTH));
            }
            a.intoArray(acc, j);
            b.intoArray(acc, j + WIDTH);
        }
        for (; j < n; j++) {
            float sum = Floats.get(x + 4L * j);
            for (int r = 1; r < rows; r++) sum += Floats.get(x + r * stride + 4L * j);
            acc[j] = sum;
        }
    }

    private static void max(long x, int rows, long stride, float[] acc, int n) {
        int j = 0;
        for (; j <= n - 4 * WIDTH; j += 4 * WIDTH) { // what one vector waits for hides behind three others
            FloatVector a = load(x, j), b = load(x, j + WIDTH), c = load(x, j + 2 * WIDTH), d = load(x, j + 3 * WIDTH);
            for (int r = 1; r < rows; r++) {
                long row = x + r * stride;
                a = a.max(load(row, j));
                b = b.max(load(row, j + WIDTH));
                c = c.max(load(row, j + 2 * WIDTH));
                d = d.max(load(row, j + 3 * WIDTH));
            }
            a.intoArray(acc, j);
            b.intoArray(acc, j + WIDTH);
            c.intoArray(acc, j + 2 * WIDTH);
            d.intoArray(acc, j + 3 * WIDTH);
        }
        for (; j <= n - WIDTH; j += WIDTH) {
            var a = load(x, j);
            for (int r = 1; r < rows; r++) a = a.max(load(x + r * stride, j));
            a.intoArray(acc, j);
        }
        for (; j < n; j++) {
            float max = Floats.get(x + 4L * j);
            for (int r = 1; r < rows; r++) max = Math.max(max, Floats.get(x + r * stride + 4L * j));
            acc[j] = max;
        }
    }

    private static void min(long x, int rows, long stride, float[] acc, int n) {
        int j = 0;
        for (; j <= n - 4 * WIDTH; j += 4 * WIDTH) { // what one vector waits for hides behind three others
            FloatVector a = load(x, j), b = load(x, j + WIDTH), c = load(x, j + 2 * WIDTH), d = load(x, j + 3 * WIDTH);
            for (int r = 1; r < rows; r++) {
                long row = x + r * stride;
                a = a.min(load(row, j));
                b = b.min(load(row, j + WIDTH));
                c = c.min(load(row, j + 2 * WIDTH));
                d = d.min(load(row, j + 3 * WIDTH));
            }
            a.intoArray(acc, j);
            b.intoArray(acc, j + WIDTH);
            c.intoArray(acc, j + 2 * WIDTH);
            d.intoArray(acc, j + 3 * WIDTH);
        }
        for (; j <= n - WIDTH; j += WIDTH) {
            var a = load(x, j);
            for (int r = 1; r < rows; r++) a = a.min(load(x + r * stride, j));
            a.intoArray(acc, j);
        }
        for (; j < n; j++) {
            float min = Floats.get(x + 4L * j);
            for (int r = 1; r < rows; r++) min = Math.min(min, Floats.get(x + r * stride + 4L * j));
            acc[j] = min;
        }
    }

    /** The sums of {@code (x - mean)^2}. */
    static void squares(long x, float[] mean, int rows, long stride, float[] acc, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) {
            var m = FloatVector.fromArray(FLOATS, mean, j);
            var d = load(x, j).sub(m);
            var a = d.mul(d);
            for (int r = 1; r < rows; r++) {
                d = load(x + 4L * r * stride, j).sub(m);
                a = a.add(d.mul(d));
            }
            a.intoArray(acc, j);
        }
        for (; j < n; j++) {
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                float d = Floats.get(x + 4L * (r * stride + j)) - mean[j];
                sum = r == 0 ? d * d : sum + d * d;
            }
            acc[j] = sum;
        }
    }

    /** The sums of {@code dy (x - mean)}. */
    static void products(long dy, long x, float[] mean, int rows, long stride, float[] acc, int n) {
        int j = 0;
        for (; j <= n - WIDTH; j += WIDTH) {
            var m = FloatVector.fromArray(FLOATS, mean, j);
            var a = load(dy, j).mul(load(x, j).sub(m));
            for (int r = 1; r < rows; r++) {
                long at = 4L * r * stride;
                a = a.add(load(dy + at, j).mul(load(x + at, j).sub(m)));
            }
            a.intoArray(acc, j);
        }
        for (; j < n; j++) {
            float sum = 0;
            for (int r = 0; r < rows; r++) {
                long at = 4L * (r * stride + j);
                float p = Floats.get(dy + at) * (Floats.get(x + at) - mean[j]);
                sum = r == 0 ? p : sum + p;
            }
            acc[j] = sum;
        }
    }
}
