package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;
import static flambeau.memory.Native.ALL;

import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Matrix;
import flambeau.kernel.runs.Scratch;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** One panel of a matrix product: up to two vectors of columns of b and y. */
final class Panel {
    private static final int DEPTH = 256; // of the sum, so that a panel of b stays in the first-level cache
    private static final int PACK_ROWS = 12; // so many rows of a make packing b worth while
    private static final int B_PLACE = 5, Y_PLACE = 6; // in scratch

    private Panel() {}

    /** Columns {@code first} to {@code first + m} of {@code y = init + a b}. */
    static void product(int n, int m, int k, Matrix a, Matrix b, @Nullable Matrix init, Matrix y, int first) {
        int width = m > WIDTH ? 2 * WIDTH : WIDTH;
        boolean direct = m == width && y.column() == 1;
        var out = y.from(0, first);
        var c = direct ? out : new Matrix(Scratch.get().address(Y_PLACE, 4L * n * width), width, 1);
        begin(n, m, init == null ? null : init.from(0, first), c);
        boolean pack = m != width || b.column() != 1 || n >= PACK_ROWS && b.row() > width;
        for (int l = 0; l < k; l += DEPTH) {
            int depth = Math.min(DEPTH, k - l);
            var part = b.from(l, first);
            if (pack) part = packed(part, depth, m, width);
            multiply(n, width, depth, a.from(0, l), part, c);
        }
        if (!direct) finish(n, m, c, out);
    }

    /** c is init, or 0. */
    private static void begin(int n, int m, @Nullable Matrix init, Matrix c) {
        if (init == null) {
            if (c.row() == m) ALL.asSlice(c.address(), 4L * n * m).fill((byte) 0);
            else for (int i = 0; i < n; i++) ALL.asSlice(c.at(i, 0), 4L * m).fill((byte) 0);
        } else if (init.address() != c.address() || init.row() != c.row()) {
            for (int i = 0; i < n; i++) copyRow(init.from(i, 0), c.at(i, 0), m);
        }
    }

    private static void copyRow(Matrix x, long to, int m) {
        if (x.column() == 1 && m > 8) Floats.copy(x.address(), to, 4L * m);
        else for (int j = 0; j < m; j++) Floats.set(to + 4L * j, Floats.get(x.at(0, j)));
    }

    private static void finish(int n, int m, Matrix c, Matrix y) {
        if (y.column() == 1) for (int i = 0; i < n; i++) Floats.copy(c.at(i, 0), y.at(i, 0), 4L * m);
        else if (n < m) for (int i = 0; i < n; i++) copy(c.at(i, 0), 4, y.at(i, 0), 4 * y.column(), m);
        else for (int j = 0; j < m; j++) copy(c.at(0, j), 4 * c.row(), y.at(0, j), 4 * y.row(), n);
    }

    private static void copy(long from, long step, long to, long toStep, int n) {
        for (int i = 0; i < n; i++) Floats.set(to + i * toStep, Floats.get(from + i * step));
    }

    /** The first rows and columns of b, {@code width} to a row, the rest of which is 0. */
    private static Matrix packed(Matrix b, int rows, int cols, int width) {
        long to = Scratch.get().address(B_PLACE, 4L * rows * width);
        if (cols < width) ALL.asSlice(to, 4L * rows * width).fill((byte) 0);
        if (b.column() != 1) transpose(b, rows, cols, to, width);
        else if (cols == 2 * WIDTH) packTwo(b.address(), 4 * b.row(), rows, to);
        else for (int l = 0; l < rows; l++) copyRow(b.from(l, 0), to + 4L * l * width, cols);
        return new Matrix(to, width, 1);
    }

    private static void packTwo(long from, long step, int rows, long to) {
        for (int l = 0; l < rows; l++) {
            FloatVector x = load(from + l * step), y = load(from + l * step, WIDTH);
            store(x, to, l * 2 * WIDTH);
            store(y, to, l * 2 * WIDTH + WIDTH);
        }
    }

    private static void transpose(Matrix b, int rows, int cols, long to, int width) {
        for (int j = 0; j < cols; j++) copy(b.at(0, j), 4 * b.row(), to + 4L * j, 4L * width, rows);
    }

    private static void multiply(int n, int width, int k, Matrix a, Matrix b, Matrix c) {
        long rowA = 4 * a.row(), stepA = 4 * a.column(), stepB = 4 * b.row(), rowC = 4 * c.row();
        int i = 0;
        if (width == WIDTH) {
            for (; i + 4 <= n; i += 4)
                MicroGemm.fourByOne(k, a.at(i, 0), rowA, stepA, b.address(), stepB, c.at(i, 0), rowC);
            for (; i < n; i++) MicroGemm.oneByOne(k, a.at(i, 0), stepA, b.address(), stepB, c.at(i, 0));
        } else {
            for (; i + 4 <= n; i += 4)
                MicroGemm.fourByTwo(k, a.at(i, 0), rowA, stepA, b.address(), stepB, c.at(i, 0), rowC);
            for (; i < n; i++) MicroGemm.oneByTwo(k, a.at(i, 0), stepA, b.address(), stepB, c.at(i, 0));
        }
    }
}
