package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Parallel;
import flambeau.kernel.Scan;
import java.lang.foreign.ValueLayout;

/** Running folds of float32, float64 and int64: line by line, or a row of columns at a time where lines lie beside each other. */
final class TileScan implements Scan {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time
    private static final int WIDTH = 256; // columns at a time

    private static boolean takes(Array... arrays) {
        for (var a : arrays)
            if (a.dtype() != DType.FLOAT32 && a.dtype() != DType.FLOAT64 && a.dtype() != DType.INT64) return false;
        return true;
    }

    static double real(boolean wide, long at) {
        return wide ? ALL.get(ValueLayout.JAVA_DOUBLE, at) : ALL.get(ValueLayout.JAVA_FLOAT, at);
    }

    static void set(boolean wide, long at, double value) {
        if (wide) ALL.set(ValueLayout.JAVA_DOUBLE, at, value);
        else ALL.set(ValueLayout.JAVA_FLOAT, at, (float) value);
    }

    static long whole(long at) {
        return ALL.get(ValueLayout.JAVA_LONG, at);
    }

    static void set(long at, long value) {
        ALL.set(ValueLayout.JAVA_LONG, at, value);
    }

    @Override
    public boolean scan(Op op, boolean reverse, Array x, int dim, Array y) {
        if (!takes(x)) return false;
        int n = x.shape().get(dim);
        if (op != Op.LOGSUMEXP && Lines.areColumns(dim, x, y)) {
            columns(op, reverse, x, dim, y);
            return true;
        }
        var lines = Lines.along(dim, x, y);
        long sx = reverse ? -lines.step(0) : lines.step(0), sy = reverse ? -lines.step(1) : lines.step(1);
        long endX = reverse ? (n - 1) * lines.step(0) : 0, endY = reverse ? (n - 1) * lines.step(1) : 0;
        if (op == Op.SUM && lines.count() == 1 && n > 2 * RunningSum.CHUNK) {
            new RunningSum(x.dtype(), lines.at(0, 0) + endX, sx, lines.at(1, 0) + endY, sy, n).run();
            return true;
        }
        Parallel.forRange(lines.count(), Math.max(CHUNK / n, 1), (low, high) -> {
            for (long i = low; i < high; i++)
                line(op, x.dtype(), lines.at(0, i) + endX, sx, lines.at(1, i) + endY, sy, n);
        });
        return true;
    }

    private static void line(Op op, DType dtype, long x, long sx, long y, long sy, int n) {
        boolean wide = dtype == DType.FLOAT64;
        if (dtype == DType.INT64) {
            long acc = op == Op.PROD ? 1 : 0;
            for (int i = 0; i < n; i++) {
                long v = whole(x + i * sx);
                set(y + i * sy, acc = op == Op.PROD ? acc * v : acc + v);
            }
            return;
        }
        switch (op) {
            case SUM -> {
                double acc = 0;
                for (int i = 0; i < n; i++) set(wide, y + i * sy, acc += real(wide, x + i * sx));
            }
            case PROD -> {
                double acc = 1;
                for (int i = 0; i < n; i++) set(wide, y + i * sy, acc *= real(wide, x + i * sx));
            }
            case LOGSUMEXP -> {
                double acc = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < n; i++) set(wide, y + i * sy, acc = Scan.logAddExp(acc, real(wide, x + i * sx)));
            }
        }
    }

    /** Sums or products of columns that lie beside each other, {@link #WIDTH} of them at a time. */
    private static void columns(Op op, boolean reverse, Array x, int dim, Array y) {
        int n = x.shape().get(dim),
                m = x.shape().get(-1),
                blocks = (m + WIDTH - 1) / WIDTH,
                size = x.dtype().bytes();
        var lines = Lines.alongColumns(dim, x, y);
        long chunk = Math.max(CHUNK / n / Math.min(m, WIDTH), 1);
        Parallel.forRange(lines.count() * blocks, chunk, (low, high) -> {
            var reals = new double[WIDTH];
            var wholes = new long[WIDTH];
            for (long i = low; i < high; i++) {
                int column = (int) (i % blocks) * WIDTH, width = Math.min(WIDTH, m - column);
                long from = lines.at(0, i / blocks) + (long) column * size,
                        to = lines.at(1, i / blocks) + (long) column * size;
                java.util.Arrays.fill(reals, op == Op.PROD ? 1 : 0);
                java.util.Arrays.fill(wholes, op == Op.PROD ? 1 : 0);
                for (int j = 0; j < n; j++) {
                    long row = reverse ? n - 1 - j : j;
                    row(op, x.dtype(), from + row * lines.step(0), to + row * lines.step(1), reals, wholes, width);
                }
            }
        });
    }

    private static void row(Op op, DType dtype, long x, long y, double[] reals, long[] wholes, int n) {
        boolean wide = dtype == DType.FLOAT64;
        if (dtype == DType.INT64) {
            for (int j = 0; j < n; j++) {
                long v = whole(x + 8L * j);
                set(y + 8L * j, wholes[j] = op == Op.PROD ? wholes[j] * v : wholes[j] + v);
            }
        } else if (op == Op.SUM) {
            long step = dtype.bytes();
            for (int j = 0; j < n; j++) set(wide, y + j * step, reals[j] += real(wide, x + j * step));
        } else {
            long step = dtype.bytes();
            for (int j = 0; j < n; j++) set(wide, y + j * step, reals[j] *= real(wide, x + j * step));
        }
    }

    @Override
    public boolean extremes(boolean largest, Array x, int dim, Array y, Array index) {
        if (!takes(x)) return false;
        int n = x.shape().get(dim);
        var lines = Lines.along(dim, x, y, index);
        long sx = lines.step(0), sy = lines.step(1), si = lines.step(2);
        boolean wide = x.dtype() == DType.FLOAT64;
        Parallel.forRange(lines.count(), Math.max(CHUNK / n, 1), (low, high) -> {
            for (long i = low; i < high; i++) {
                long from = lines.at(0, i), to = lines.at(1, i), places = lines.at(2, i);
                if (x.dtype() == DType.INT64) wholeExtremes(largest, from, sx, to, sy, places, si, n);
                else realExtremes(largest, wide, from, sx, to, sy, places, si, n);
            }
        });
        return true;
    }

    private static void wholeExtremes(boolean largest, long x, long sx, long y, long sy, long places, long si, int n) {
        long best = whole(x), place = 0;
        for (int j = 0; j < n; j++) {
            long v = whole(x + j * sx);
            if (largest ? v >= best : v <= best) {
                best = v;
                place = j;
            }
            set(y + j * sy, best);
            set(places + j * si, place);
        }
    }

    private static void realExtremes(
            boolean largest, boolean wide, long x, long sx, long y, long sy, long places, long si, int n) {
        double best = real(wide, x);
        long place = 0;
        for (int j = 0; j < n; j++) {
            double v = real(wide, x + j * sx);
            if (Double.isNaN(v) || (largest ? v >= best : v <= best)) {
                best = v;
                place = j;
            }
            set(wide, y + j * sy, best);
            set(places + j * si, place);
        }
    }

    @Override
    public boolean recurrence(boolean reverse, Array a, Array b, int dim, Array y) {
        if (!takes(a, b, y)) return false;
        int n = a.shape().get(dim);
        boolean wide = a.dtype() == DType.FLOAT64;
        var lines = Lines.along(dim, a, b, y);
        Parallel.forRange(lines.count(), Math.max(CHUNK / n, 1), (low, high) -> {
            for (long i = low; i < high; i++) {
                long term = lines.at(0, i), factor = lines.at(1, i), to = lines.at(2, i);
                double last = 0;
                for (int j = 0; j < n; j++) {
                    int k = reverse ? n - 1 - j : j;
                    double v = real(wide, term + k * lines.step(0));
                    last = j == 0 ? v : v + real(wide, factor + k * lines.step(1)) * last;
                    set(wide, to + k * lines.step(2), last);
                }
            }
        });
        return true;
    }
}
