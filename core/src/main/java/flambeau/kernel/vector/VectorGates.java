package flambeau.kernel.vector;

import flambeau.array.Array;
import flambeau.kernel.Gates;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Scratch;

/** The gates of recurrent cells of float32, a row, or a part of a long one, at a time. */
final class VectorGates implements Gates {
    private static final int CHUNK = 1 << 12; // elements of a state that a thread takes at a time
    private static final int MOST = 1 << 10; // of a row at a time, so that its gates stay in the nearest cache
    private static final int NANOS = 20; // about what tiles take for an element
    private static final int PLACE = 2; // in scratch

    private final Warmth lstm;
    private final Warmth lstmBackward;
    private final Warmth gru;
    private final Warmth gruBackward;

    VectorGates(boolean always) {
        lstm = new Warmth(
                always,
                () -> LstmVectors.forward(
                        Dummy.at(0), Dummy.at(1), Dummy.at(2), Dummy.at(2), Dummy.at(3), SIZE, SIZE, room()));
        lstmBackward = new Warmth(
                always,
                () -> LstmVectors.backward(
                        Dummy.at(2),
                        Dummy.at(0),
                        Dummy.at(3),
                        Dummy.at(3),
                        Dummy.at(4),
                        Dummy.at(5),
                        SIZE,
                        SIZE,
                        room()));
        gru = new Warmth(
                always,
                () -> GruVectors.forward(Dummy.at(0), Dummy.at(1), Dummy.at(2), Dummy.at(3), SIZE, SIZE, room()));
        gruBackward = new Warmth(
                always,
                () -> GruVectors.backward(
                        Dummy.at(2), Dummy.at(0), Dummy.at(1), Dummy.at(3), Dummy.at(4), Dummy.at(5), SIZE, SIZE));
    }

    private static final int SIZE = Dummy.N / 4; // of the states that warm the loops

    private static long room() {
        return Scratch.get().address(PLACE, 4L * 2 * MOST);
    }

    /** Work on some elements of a row, from {@code column}. */
    @FunctionalInterface
    private interface Work {
        void run(long row, int column, int n, long room);
    }

    private static boolean takes(Array state, Warmth warmth) {
        return state.isFloat32() && warmth.isReady(NANOS * state.count());
    }

    private static void each(Array state, Work work) {
        int n = state.shape().get(0), size = state.shape().get(1);
        if (n == 0 || size == 0) return;
        Parallel.forRange(n, Math.max(CHUNK / size, 1), (low, high) -> {
            long room = room();
            for (long row = low; row < high; row++)
                for (int at = 0; at < size; at += MOST) work.run(row, at, Math.min(MOST, size - at), room);
        });
    }

    @Override
    public boolean lstm(Array gates, Array hidden, Array before, Array c, Array h) {
        if (!takes(h, lstm)) return false;
        long g = gates.address(), w = hidden.address(), old = before.address(), cell = c.address(), y = h.address();
        int size = h.shape().get(1);
        each(h, (row, column, n, room) -> {
            long at = 4 * (row * size + column), four = 4 * (row * 4 * size + column);
            LstmVectors.forward(g + four, w + four, old + at, cell + at, y + at, size, n, room);
        });
        return true;
    }

    @Override
    public boolean lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates) {
        if (!takes(dh, lstmBackward)) return false;
        long dy = dh.address(), g = gates.address(), old = before.address(), cell = c.address();
        long dcell = dc.address(), dg = dgates.address();
        int size = dh.shape().get(1);
        each(dh, (row, column, n, room) -> {
            long at = 4 * (row * size + column), four = 4 * (row * 4 * size + column);
            LstmVectors.backward(dy + at, g + four, old + at, cell + at, dcell + at, dg + four, size, n, room);
        });
        return true;
    }

    @Override
    public boolean gru(Array gates, Array hidden, Array before, Array h) {
        if (!takes(h, gru)) return false;
        long g = gates.address(), w = hidden.address(), old = before.address(), y = h.address();
        int size = h.shape().get(1);
        each(h, (row, column, n, room) -> {
            long at = 4 * (row * size + column), three = 4 * (row * 3 * size + column);
            GruVectors.forward(g + three, w + three, old + at, y + at, size, n, room);
        });
        return true;
    }

    @Override
    public boolean gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden) {
        if (!takes(dh, gruBackward)) return false;
        long dy = dh.address(), g = gates.address(), w = hidden.address(), old = before.address();
        long dg = dgates.address(), dw = dhidden.address();
        int size = dh.shape().get(1);
        each(dh, (row, column, n, _) -> {
            long at = 4 * (row * size + column), three = 4 * (row * 3 * size + column);
            GruVectors.backward(dy + at, g + three, w + three, old + at, dg + three, dw + three, size, n);
        });
        return true;
    }
}
