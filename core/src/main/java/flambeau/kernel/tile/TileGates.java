package flambeau.kernel.tile;

import flambeau.array.Array;
import flambeau.kernel.Gates;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Floats;

/** The gates of recurrent cells of float32: some rows at a time, each gate of them in a tile of its own. */
final class TileGates implements Gates {
    private static final int CHUNK = 1 << 12; // elements of a state that a thread takes at a time

    /** Some rows, or a part of one. */
    @FunctionalInterface
    private interface Work {
        void run(Block block);
    }

    private static void each(Array state, Work work) {
        int n = state.shape().get(0), size = state.shape().get(1);
        if (n == 0 || size == 0) return;
        int width = Math.min(size, Tiles.SIZE), rows = Tiles.SIZE / width;
        int chunk = Math.max(CHUNK / size, 1);
        Parallel.forRange(n, chunk, (low, high) -> {
            var block = new Block(size);
            for (int row = (int) low; row < high; row += rows)
                for (int column = 0; column < size; column += width) {
                    block.move(row, Math.min(rows, (int) high - row), column, Math.min(width, size - column));
                    work.run(block);
                }
        });
    }

    private static boolean takes(Array x) {
        return x.isFloat32();
    }

    @Override
    public boolean lstm(Array gates, Array hidden, Array before, Array c, Array h) {
        if (!takes(h)) return false;
        long g = gates.address(), w = hidden.address(), old = before.address(), cell = c.address(), y = h.address();
        each(h, b -> {
            var t = b.tiles;
            for (int i = 0; i < 4; i++) {
                b.load(g, 4, i, t.a);
                b.load(w, 4, i, t.saved);
                CurveLoops.add(t.a, t.saved, b.count);
                if (i == 2) Exponential.tanh(t, b.count);
                else Exponential.sigmoid(t, b.count);
                b.store(t.a, g, 4, i);
                System.arraycopy(t.a, 0, b.of[i], 0, b.count);
            }
            b.load(old, 1, 0, t.a);
            cell(t.a, b.of[0], b.of[1], b.of[2], b.count);
            b.store(t.a, cell, 1, 0);
            Exponential.tanh(t, b.count);
            CurveLoops.multiply(t.a, b.of[3], b.count);
            b.store(t.a, y, 1, 0);
        });
        return true;
    }

    /** {@code c = f c + i g}. */
    private static void cell(float[] c, float[] i, float[] f, float[] g, int n) {
        for (int k = 0; k < n; k++) c[k] = f[k] * c[k] + i[k] * g[k];
    }

    @Override
    public boolean lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates) {
        if (!takes(dh)) return false;
        long dy = dh.address(), g = gates.address(), old = before.address(), cell = c.address();
        long dcell = dc.address(), dg = dgates.address();
        each(dh, b -> {
            var t = b.tiles;
            int n = b.count;
            b.load(cell, 1, 0, t.a);
            Exponential.tanh(t, n);
            b.load(dy, 1, 0, t.b);
            b.load(dcell, 1, 0, t.c);
            for (int i = 0; i < 4; i++) b.load(g, 4, i, b.of[i]);
            ofOutput(t.a, t.b, t.c, b.of[3], t.d, n); // d: of o
            b.store(t.d, dg, 4, 3);
            b.load(old, 1, 0, t.a);
            ofGate(t.c, t.a, b.of[1], t.d, n);
            b.store(t.d, dg, 4, 1);
            ofGate(t.c, b.of[2], b.of[0], t.d, n);
            b.store(t.d, dg, 4, 0);
            ofValue(t.c, b.of[0], b.of[2], t.d, n);
            b.store(t.d, dg, 4, 2);
            CurveLoops.multiply(t.c, b.of[1], n);
            b.store(t.c, dcell, 1, 0);
        });
        return true;
    }

    /** {@code dc += dh o (1 - t^2)} and {@code d = dh t o (1 - o)}, t being tanh(c). */
    private static void ofOutput(float[] t, float[] dh, float[] dc, float[] o, float[] d, int n) {
        for (int k = 0; k < n; k++) {
            float part = dh[k] * o[k];
            dc[k] += part * (1 - t[k] * t[k]);
            d[k] = part * t[k] * (1 - o[k]);
        }
    }

    /** {@code d = dc x s (1 - s)}. */
    private static void ofGate(float[] dc, float[] x, float[] s, float[] d, int n) {
        for (int k = 0; k < n; k++) d[k] = dc[k] * x[k] * s[k] * (1 - s[k]);
    }

    /** {@code d = dc i (1 - g^2)}. */
    private static void ofValue(float[] dc, float[] i, float[] g, float[] d, int n) {
        for (int k = 0; k < n; k++) d[k] = dc[k] * i[k] * (1 - g[k] * g[k]);
    }

    @Override
    public boolean gru(Array gates, Array hidden, Array before, Array h) {
        if (!takes(h)) return false;
        long g = gates.address(), w = hidden.address(), old = before.address(), y = h.address();
        each(h, b -> {
            var t = b.tiles;
            int n = b.count;
            for (int i = 0; i < 3; i++) {
                b.load(g, 3, i, t.a);
                b.load(w, 3, i, t.saved);
                if (i == 2) CurveLoops.multiply(t.saved, b.of[0], n);
                CurveLoops.add(t.a, t.saved, n);
                if (i == 2) Exponential.tanh(t, n);
                else Exponential.sigmoid(t, n);
                b.store(t.a, g, 3, i);
                System.arraycopy(t.a, 0, b.of[i], 0, n);
            }
            b.load(old, 1, 0, t.a);
            between(t.a, b.of[1], b.of[2], n);
            b.store(t.a, y, 1, 0);
        });
        return true;
    }

    /** {@code h = m + z (h - m)}. */
    private static void between(float[] h, float[] z, float[] m, int n) {
        for (int k = 0; k < n; k++) h[k] = m[k] + z[k] * (h[k] - m[k]);
    }

    @Override
    public boolean gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden) {
        if (!takes(dh)) return false;
        long dy = dh.address(), g = gates.address(), w = hidden.address(), old = before.address();
        long dg = dgates.address(), dw = dhidden.address();
        each(dh, b -> {
            var t = b.tiles;
            int n = b.count;
            for (int i = 0; i < 3; i++) b.load(g, 3, i, b.of[i]);
            b.load(dy, 1, 0, t.a);
            b.load(old, 1, 0, t.b);
            ofKeep(t.a, t.b, b.of[1], b.of[2], t.c, n); // c: of z
            b.store(t.c, dg, 3, 1);
            b.store(t.c, dw, 3, 1);
            ofNew(t.a, b.of[1], b.of[2], t.d, n); // d: of m
            b.store(t.d, dg, 3, 2);
            CurveLoops.multiply(t.a, b.of[1], n);
            b.store(t.a, dy, 1, 0);
            b.load(w, 3, 2, t.b);
            ofGate(t.d, t.b, b.of[0], t.c, n); // c: of r
            b.store(t.c, dg, 3, 0);
            b.store(t.c, dw, 3, 0);
            CurveLoops.multiply(t.d, b.of[0], n);
            b.store(t.d, dw, 3, 2);
        });
        return true;
    }

    /** {@code d = dh (h - m) z (1 - z)}. */
    private static void ofKeep(float[] dh, float[] h, float[] z, float[] m, float[] d, int n) {
        for (int k = 0; k < n; k++) d[k] = dh[k] * (h[k] - m[k]) * z[k] * (1 - z[k]);
    }

    /** {@code d = dh (1 - z) (1 - m^2)}. */
    private static void ofNew(float[] dh, float[] z, float[] m, float[] d, int n) {
        for (int k = 0; k < n; k++) d[k] = dh[k] * (1 - z[k]) * (1 - m[k] * m[k]);
    }

    /** Some whole rows of states, or a part of one row, and the same of each gate. */
    private static final class Block {
        private static final ThreadLocal<float[][]> OF = ThreadLocal.withInitial(() -> new float[4][Tiles.SIZE]);

        final Tiles tiles = Tiles.get();
        final float[][] of = OF.get(); // one a gate
        private final int size; // of a state
        private int row, rows, column, width;
        int count;

        Block(int size) {
            this.size = size;
        }

        void move(int row, int rows, int column, int width) {
            this.row = row;
            this.rows = rows;
            this.column = column;
            this.width = width;
            count = rows * width;
        }

        private long at(long x, int gates, int gate, int i) {
            return x + Floats.BYTES * ((row + (long) i) * gates * size + (long) gate * size + column);
        }

        void load(long x, int gates, int gate, float[] tile) {
            if (gates == 1) Floats.load(at(x, 1, 0, 0), tile, 0, count);
            else for (int i = 0; i < rows; i++) Floats.load(at(x, gates, gate, i), tile, i * width, width);
        }

        void store(float[] tile, long x, int gates, int gate) {
            if (gates == 1) Floats.store(tile, 0, at(x, 1, 0, 0), count);
            else for (int i = 0; i < rows; i++) Floats.store(tile, i * width, at(x, gates, gate, i), width);
        }
    }
}
