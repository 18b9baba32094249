package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;

import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;

/**
 * Folds of the columns of a few rows, four rows at a time: so memory is read in its order, and the sums so far are read and
 * written once for four rows.
 */
final class RowVectors {
    private static final int GROUP = 4; // rows

    private RowVectors() {}

    static void fold(Op op, long x, int rows, long stride, float[] acc, int n) {
        switch (op) {
            case MAX -> max(x, rows, 4 * stride, acc, n);
            case MIN -> min(x, rows, 4 * stride, acc, n);
            default -> sum(x, rows, 4 * stride, acc, n);
        }
    }

    private static void sum(long x, int rows, long stride, float[] acc, int n) {
        int full = n / WIDTH * WIDTH, r = (rows - 1) % GROUP + 1;
        for (int j = 0; j < full; j += WIDTH) {
            var a = load(x, j);
            for (int i = 1; i < r; i++) a = a.add(load(x + i * stride, j));
            a.intoArray(acc, j);
        }
        for (; r < rows; r += GROUP) {
            long row = x + r * stride;
            for (int j = 0; j < full; j += WIDTH) {
                FloatVector.fromArray(FLOATS, acc, j)
                        .add(load(row, j))
                        .add(load(row + stride, j))
                        .add(load(row + 2 * stride, j))
                        .add(load(row + 3 * stride, j))
                        .intoArray(acc, j);
            }
        }
        for (int j = full; j < n; j++) {
            float sum = Floats.get(x + 4L * j);
            for (int i = 1; i < rows; i++) sum += Floats.get(x + i * stride + 4L * j);
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
        int full = n / WIDTH * WIDTH, first = (rows - 1) % GROUP + 1;
        for (int j = 0; j < full; j += WIDTH) {
            var m = FloatVector.fromArray(FLOATS, mean, j);
            var d = load(x, j).sub(m);
            var a = d.mul(d);
            for (int i = 1; i < first; i++) {
                d = load(x + 4L * i * stride, j).sub(m);
                a = a.add(d.mul(d));
            }
            a.intoArray(acc, j);
        }
        for (int r = first; r < rows; r += GROUP) {
            long row = x + 4L * r * stride;
            for (int j = 0; j < full; j += WIDTH) {
                var m = FloatVector.fromArray(FLOATS, mean, j);
                var d0 = load(row, j).sub(m);
                var d1 = load(row + 4 * stride, j).sub(m);
                var d2 = load(row + 8 * stride, j).sub(m);
                var d3 = load(row + 12 * stride, j).sub(m);
                FloatVector.fromArray(FLOATS, acc, j)
                        .add(d0.mul(d0))
                        .add(d1.mul(d1))
                        .add(d2.mul(d2))
                        .add(d3.mul(d3))
                        .intoArray(acc, j);
            }
        }
        for (int j = full; j < n; j++) {
            float sum = 0;
            for (int i = 0; i < rows; i++) {
                float d = Floats.get(x + 4L * (i * stride + j)) - mean[j];
                sum = i == 0 ? d * d : sum + d * d;
            }
            acc[j] = sum;
        }
    }

    /** The sums of {@code dy (x - mean)}. */
    static void products(long dy, long x, float[] mean, int rows, long stride, float[] acc, int n) {
        int full = n / WIDTH * WIDTH, first = (rows - 1) % GROUP + 1;
        for (int j = 0; j < full; j += WIDTH) {
            var m = FloatVector.fromArray(FLOATS, mean, j);
            var a = load(dy, j).mul(load(x, j).sub(m));
            for (int i = 1; i < first; i++) {
                long at = 4L * i * stride;
                a = a.add(load(dy + at, j).mul(load(x + at, j).sub(m)));
            }
            a.intoArray(acc, j);
        }
        for (int r = first; r < rows; r += GROUP) {
            long row = 4L * r * stride;
            for (int j = 0; j < full; j += WIDTH) {
                var m = FloatVector.fromArray(FLOATS, mean, j);
                long at = x + row, by = dy + row;
                FloatVector.fromArray(FLOATS, acc, j)
                        .add(load(by, j).mul(load(at, j).sub(m)))
                        .add(load(by + 4 * stride, j)
                                .mul(load(at + 4 * stride, j).sub(m)))
                        .add(load(by + 8 * stride, j)
                                .mul(load(at + 8 * stride, j).sub(m)))
                        .add(load(by + 12 * stride, j)
                                .mul(load(at + 12 * stride, j).sub(m)))
                        .intoArray(acc, j);
            }
        }
        for (int j = full; j < n; j++) {
            float sum = 0;
            for (int i = 0; i < rows; i++) {
                long at = 4L * (i * stride + j);
                float p = Floats.get(dy + at) * (Floats.get(x + at) - mean[j]);
                sum = i == 0 ? p : sum + p;
            }
            acc[j] = sum;
        }
    }
}
