package flambeau.kernel.tile;

import static flambeau.kernel.tile.Blocks.batch;
import static flambeau.kernel.tile.Blocks.columns;
import static flambeau.kernel.tile.Blocks.copy;
import static flambeau.kernel.tile.Blocks.part;
import static flambeau.kernel.tile.Blocks.product;
import static flambeau.kernel.tile.Blocks.rows;
import static flambeau.kernel.tile.Blocks.turned;

import flambeau.array.Array;
import flambeau.array.Element;
import flambeau.kernel.Kernels;

/** Householder's QR a panel of columns at a time, the reflections of which act as {@code 1 - V T V^T} (Schreiber, Van Loan 1989). */
final class Panels {
    private static final int WIDTH = 32;

    private Panels() {}

    static void qr(Array a, Array tau) {
        int m = rows(a), n = columns(a), k = Math.min(m, n);
        for (int j = 0; j < k; j += WIDTH) {
            int w = Math.min(WIDTH, k - j);
            Array panel = part(a, j, m - j, j, w), block = copy(panel), factors = piece(tau, j, w);
            Blocks.REFERENCE.qr(batch(block), batch(factors));
            Kernels.copy(block, panel);
            if (j + w < n) apply(vectors(panel), factors, true, part(a, j, m - j, j + w, n - j - w));
        }
    }

    /** The first columns of the product of all reflections. */
    static void reflections(Array a, Array tau, Array q) {
        int m = rows(a), k = tau.shape().get(0), c = columns(q);
        flambeau.memory.Native.ALL
                .asSlice(q.address(), q.count() * q.dtype().bytes())
                .fill((byte) 0);
        for (int i = 0; i < Math.min(m, c); i++)
            Element.setDouble(
                    q.dtype(), q.address() + ((long) i * c + i) * q.dtype().bytes(), 1);
        for (int j = (k - 1) / WIDTH * WIDTH; j >= 0; j -= WIDTH) {
            int w = Math.min(WIDTH, k - j);
            if (j < c) apply(vectors(part(a, j, m - j, j, w)), piece(tau, j, w), false, part(q, j, m - j, j, c - j));
        }
    }

    private static Array piece(Array x, int from, int n) {
        return x.as(x.layout().slice(0, from, n, 1));
    }

    /** The vectors of a panel's reflections as columns: ones on the diagonal, zeros above. */
    private static Array vectors(Array panel) {
        var v = copy(panel);
        int w = columns(v);
        for (int i = 0; i < Math.min(w, rows(v)); i++)
            for (int j = i; j < w; j++)
                Element.setDouble(
                        v.dtype(), v.address() + ((long) i * w + j) * v.dtype().bytes(), i == j ? 1 : 0);
        return v;
    }

    /** {@code x} becomes {@code (1 - V T V^T) x}, or with T transposed. */
    private static void apply(Array v, Array tau, boolean transposed, Array x) {
        Array t = triangle(product(turned(v), v), tau), inner = product(turned(v), x);
        Blocks.subtract(x, v, product(transposed ? turned(t) : t, inner));
    }

    /** T, from {@code V^T V}. */
    private static Array triangle(Array squares, Array tau) {
        int w = rows(squares);
        var t = new double[w][w];
        for (int i = 0; i < w; i++) {
            t[i][i] = tau.as(tau.layout().select(0, i)).getDouble(0);
            for (int r = 0; r < i; r++) {
                double sum = 0;
                for (int l = r; l < i; l++) sum += t[r][l] * squares.getDouble((long) l * w + i);
                t[r][i] = -t[i][i] * sum;
            }
        }
        for (int i = 0; i < w; i++)
            for (int j = 0; j < w; j++)
                Element.setDouble(
                        squares.dtype(),
                        squares.address() + ((long) i * w + j) * squares.dtype().bytes(),
                        t[i][j]);
        return squares;
    }
}
