package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Parallel;
import flambeau.kernel.Sort;
import java.lang.foreign.ValueLayout;
import java.lang.ref.SoftReference;

/** Order: lines become whole numbers of the same order, which are sorted by their bits, or of which some are selected. */
final class TileSort implements Sort {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time
    private static final int LONG = 1 << 17; // lines that threads share

    /** Work on one line: {@code alone} if only this thread works on it. */
    private interface Body {
        void run(long line, Room room, boolean alone);
    }

    /** Runs {@code body} on all lines, of n elements. */
    private static void forLines(long lines, int n, Body body) {
        if (n >= LONG && lines < 2L * Parallel.threads()) {
            for (long i = 0; i < lines; i++) body.run(i, Room.of(n), false);
            return;
        }
        Parallel.forRange(lines, Math.max(CHUNK / Math.max(n, 1), 1), (low, high) -> {
            var room = Room.of(n);
            for (long i = low; i < high; i++) body.run(i, room, true);
        });
    }

    @Override
    public boolean sort(boolean descending, Array x, int dim, Array values, Array index) {
        int n = x.shape().get(dim);
        var lines = Lines.along(dim, x, values, index);
        forLines(lines.count(), n, (line, room, alone) -> {
            load(descending, x.dtype(), lines.at(0, line), lines.step(0), room.keys, n);
            order(room, room.keys, n, alone);
            for (int i = 0; i < n; i++) setPlace(lines.at(2, line) + i * lines.step(2), room.packed[i] & 0xffffffffL);
            write(x.dtype(), lines, line, room.packed, n);
        });
        return true;
    }

    private static void load(boolean descending, DType dtype, long from, long step, long[] keys, int n) {
        SortKeys.load(dtype, from, step, keys, n);
        if (descending) for (int i = 0; i < n; i++) keys[i] = ~keys[i];
    }

    /** Packs the order of keys. Keys beyond 32 bits are sorted by the upper half, then each group of equals by the lower one. */
    private static void order(Room room, long[] keys, int n, boolean alone) {
        var a = room.packed;
        boolean narrow = true;
        for (int i = 0; i < n; i++) {
            narrow &= keys[i] == (int) keys[i];
            a[i] = Packed.pack((int) keys[i], i);
        }
        if (!narrow) for (int i = 0; i < n; i++) a[i] = Packed.pack((int) (keys[i] >> 32), i);
        if (alone) Packed.sort(a, 0, n);
        else Packed.sortTogether(a, n);
        if (narrow) return;
        for (int from = 0, to; from < n; from = to) {
            for (to = from + 1; to < n && a[to] >> 32 == a[from] >> 32; ) to++;
            if (to - from == 1) continue;
            for (int i = from; i < to; i++)
                a[i] = Packed.pack((int) keys[(int) a[i]] ^ Integer.MIN_VALUE, (int) a[i]); // unsigned
            Packed.sort(a, from, to);
        }
    }

    /** Writes the elements of a line whose places stand in the lower halves of {@code packed}. */
    private static void write(DType dtype, Lines lines, long line, long[] packed, int n) {
        long from = lines.at(0, line), to = lines.at(1, line), step = lines.step(0), toStep = lines.step(1);
        switch (dtype.bytes()) {
            case 1 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_BYTE,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_BYTE, from + (int) packed[i] * step));
            }
            case 2 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_SHORT,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_SHORT, from + (int) packed[i] * step));
            }
            case 4 -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_INT,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_INT, from + (int) packed[i] * step));
            }
            default -> {
                for (int i = 0; i < n; i++)
                    ALL.set(
                            ValueLayout.JAVA_LONG,
                            to + i * toStep,
                            ALL.get(ValueLayout.JAVA_LONG, from + (int) packed[i] * step));
            }
        }
    }

    private static void setPlace(long address, long place) {
        ALL.set(ValueLayout.JAVA_LONG, address, place);
    }

    @Override
    public boolean top(boolean descending, Array x, int dim, Array values, Array index) {
        int n = x.shape().get(dim), k = values.shape().get(dim);
        var lines = Lines.along(dim, x, values, index);
        forLines(lines.count(), n, (line, room, _) -> {
            load(descending, x.dtype(), lines.at(0, line), lines.step(0), room.keys, n);
            int[] places = smallest(room, n, k);
            var keys = room.more;
            for (int i = 0; i < k; i++) keys[i] = room.keys[places[i]];
            order(room, keys, k, true);
            for (int i = 0; i < k; i++) room.packed[i] = places[(int) room.packed[i]];
            for (int i = 0; i < k; i++) setPlace(lines.at(2, line) + i * lines.step(2), room.packed[i]);
            write(x.dtype(), lines, line, room.packed, k);
        });
        return true;
    }

    /** The places of the k smallest keys, ascending; of equal ones the first. */
    private static int[] smallest(Room room, int n, int k) {
        var keys = room.keys;
        long last = Selection.select(keys, n, k - 1, room.packed);
        int equal = k;
        for (int i = 0; i < n; i++) if (keys[i] < last) equal--;
        var places = new int[k];
        int m = 0;
        for (int i = 0; m < k; i++) if (keys[i] < last || keys[i] == last && equal-- > 0) places[m++] = i;
        return places;
    }

    @Override
    public boolean rank(Rank which, long k, Array x, int dim, Array index) {
        int n = x.shape().get(dim);
        var lines = Lines.along(dim, x, index);
        forLines(lines.count(), n, (line, room, _) -> {
            SortKeys.load(x.dtype(), lines.at(0, line), lines.step(0), room.keys, n);
            setPlace(lines.at(1, line), place(which, (int) k, x.dtype(), room, n));
        });
        return true;
    }

    private static int place(Rank which, int k, DType dtype, Room room, int n) {
        var keys = room.keys;
        int wanted = k;
        if (which != Rank.KTH) {
            int nans = 0;
            long nan = SortKeys.nan(dtype);
            if (dtype.isFloatingPoint()) for (int i = 0; i < n; i++) nans += keys[i] == nan ? 1 : 0;
            if (which == Rank.MEDIAN) wanted = nans > 0 ? n - nans : (n - 1) / 2;
            else wanted = Math.max(n - nans - 1, 0) / 2;
        }
        long key = Selection.select(keys, n, wanted, room.packed);
        for (int i = 0; i < n; i++) if (keys[i] < key) wanted--;
        int place = 0;
        while (keys[place] != key || wanted-- > 0) place++;
        return place;
    }

    /** The arrays of a thread. */
    private static final class Room {
        private static final ThreadLocal<SoftReference<Room>> LOCAL =
                ThreadLocal.withInitial(() -> new SoftReference<>(new Room(0)));
        private static final int KEPT =
                1 << 22; // elements; arrays so long come from the old generation, and fill it fast

        final long[] keys;
        final long[] packed;
        final long[] more;

        private Room(int n) {
            keys = new long[n];
            packed = new long[n];
            more = new long[n];
        }

        /** Room for lines of n elements; that for very long ones is not kept, and others while there is memory. */
        static Room of(int n) {
            var room = LOCAL.get().get();
            if (room != null && room.keys.length >= n) return room;
            var larger = new Room(n);
            if (n <= KEPT) LOCAL.set(new SoftReference<>(larger));
            return larger;
        }
    }
}
