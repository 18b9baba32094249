package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.Indexing;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Grid;
import flambeau.kernel.runs.Moves;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Reading and writing by index. The dimensions are merged as far as strides allow; along the fastest of them runs a loop, or a
 * copy where all have one index (the rows of an embedding).
 */
final class TileIndexing implements Indexing {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time
    private static final int COLUMNS = 256; // of rows that are folded, a thread takes so many at a time

    @Override
    public boolean gather(Array x, long step, Array index, Array y) {
        if (y.count() == 0) return true;
        int size = x.dtype().bytes(), bits = Integer.numberOfTrailingZeros(size);
        var grid = Grid.over(y, x, index);
        int last = grid.rank() - 1, n = grid.size(last);
        long sy = size * grid.stride(0, last), sx = size * grid.stride(1, last), si = 8 * grid.stride(2, last);
        long by = size * step, rows = grid.count() / n;
        int width = Math.min(n, CHUNK); // long rows are cut
        long pieces = Math.ceilDiv((long) n, width);
        Parallel.forRange(rows * pieces, Math.max(CHUNK / width, 1), (low, high) -> {
            var row = new Rows(grid, new int[] {size, size, 8}, -1, low / pieces);
            for (long i = low; i < high; i++) {
                int from = (int) (i % pieces) * width, m = Math.min(width, n - from);
                long to = row.at[0] + from * sy, in = row.at[1] + from * sx, which = row.at[2] + from * si;
                if (si == 0) Moves.copy(size, in + by * place(which), sx, to, sy, m);
                else if (bits == 2 && sx == 0 && si == 8 && sy == 4) pick(in, by, which, to, m);
                else if (bits == 2) ints(in, sx, by, which, si, to, sy, m);
                else if (bits == 3) longs(in, sx, by, which, si, to, sy, m);
                else small(size, in, sx, by, which, si, to, sy, m);
                if (from + m == n) row.next();
            }
        });
        return true;
    }

    /** Through tiles: the fewer instructions an element takes, the more of them wait for memory at once. */
    private static void pick(long x, long by, long index, long y, int n) {
        var tiles = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, index + 8L * i, tiles.longs, 0, m);
            pick(x, by, tiles.longs, tiles.ints, m);
            Floats.store(tiles.ints, 0, y + 4L * i, m);
        }
    }

    private static void pick(long x, long by, long[] index, int[] y, int n) {
        for (int j = 0; j < n; j++) y[j] = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + by * index[j]);
    }

    private static void ints(long x, long sx, long by, long index, long si, long y, long sy, int n) {
        for (int j = 0; j < n; j++)
            ALL.set(
                    ValueLayout.JAVA_INT,
                    y + j * sy,
                    ALL.get(ValueLayout.JAVA_INT, x + j * sx + by * place(index + j * si)));
    }

    private static void longs(long x, long sx, long by, long index, long si, long y, long sy, int n) {
        for (int j = 0; j < n; j++)
            ALL.set(
                    ValueLayout.JAVA_LONG,
                    y + j * sy,
                    ALL.get(ValueLayout.JAVA_LONG, x + j * sx + by * place(index + j * si)));
    }

    private static void small(int size, long x, long sx, long by, long index, long si, long y, long sy, int n) {
        for (int j = 0; j < n; j++) {
            long from = x + j * sx + by * place(index + j * si), to = y + j * sy;
            if (size == 1) ALL.set(ValueLayout.JAVA_BYTE, to, ALL.get(ValueLayout.JAVA_BYTE, from));
            else ALL.set(ValueLayout.JAVA_SHORT, to, ALL.get(ValueLayout.JAVA_SHORT, from));
        }
    }

    @Override
    public boolean scatter(Fold fold, Array x, Array index, long step, Array y) {
        if (x.dtype() != y.dtype() || fold != Fold.SET && !ScatterFolds.takes(y.dtype())) return false;
        if (index.count() == 0) return true;
        var shape = index.shape();
        var grid = Grid.over(over(x, shape), over(y, shape), index);
        int size = y.dtype().bytes(), last = grid.rank() - 1, split = -1; // threads share a dimension of separate lines
        int[] bytes = {size, size, 8};
        for (int d = 0; d < last; d++)
            if (grid.stride(1, d) != 0 && (split < 0 || grid.size(d) > grid.size(split))) split = d;
        boolean across = grid.stride(1, last) != 0 && (split < 0 || grid.size(split) < 8);
        int n = grid.size(last), fixed = across ? -1 : split;
        var run = new Run(
                fold,
                y.dtype(),
                size * grid.stride(0, last),
                8 * grid.stride(2, last),
                size * step,
                size * grid.stride(1, last));
        if (across) {
            Parallel.forRange(n, Math.max(COLUMNS, (long) CHUNK * n / grid.count()), (low, high) -> {
                var row = new Rows(grid, bytes, -1, 0);
                do run.run(row, low, (int) (high - low));
                while (row.next());
            });
            return true;
        }
        if (fixed < 0) {
            all(new Rows(grid, bytes, -1, 0), run, n);
            return true;
        }
        long chunk = Math.max((long) CHUNK * grid.size(fixed) / grid.count(), 1);
        Parallel.forRange(grid.size(fixed), chunk, (low, high) -> {
            for (long i = low; i < high; i++) all(new Rows(grid, bytes, fixed, i), run, n);
        });
        return true;
    }

    private static void all(Rows row, Run run, int n) {
        do run.run(row, 0, n);
        while (row.next());
    }

    private static Array over(Array a, Shape shape) {
        return a.as(a.layout().broadcast(shape));
    }

    /** Writes a row; steps are in bytes. */
    private record Run(Fold fold, DType dtype, long sx, long si, long by, long sy) {
        void run(Rows row, long from, int n) {
            long x = row.at[0] + from * sx, y = row.at[1] + from * sy, index = row.at[2] + from * si;
            if (si == 0) {
                long to = y + by * place(index);
                if (fold == Fold.SET) Moves.copy(dtype.bytes(), x, sx, to, sy, n);
                else ScatterFolds.row(fold, dtype, x, sx, to, sy, n);
            } else if (fold == Fold.SET) {
                set(x, y, index, n);
            } else {
                ScatterFolds.scatter(fold, dtype, x, sx, index, si, by, y, sy, n);
            }
        }

        private void set(long x, long y, long index, int n) {
            switch (dtype.bytes()) {
                case 4 -> {
                    for (int j = 0; j < n; j++)
                        ALL.set(
                                ValueLayout.JAVA_INT,
                                y + j * sy + by * place(index + j * si),
                                ALL.get(ValueLayout.JAVA_INT, x + j * sx));
                }
                case 8 -> {
                    for (int j = 0; j < n; j++)
                        ALL.set(
                                ValueLayout.JAVA_LONG,
                                y + j * sy + by * place(index + j * si),
                                ALL.get(ValueLayout.JAVA_LONG, x + j * sx));
                }
                default -> {
                    int size = dtype.bytes();
                    for (int j = 0; j < n; j++)
                        Moves.copy(size, x + j * sx, size, y + j * sy + by * place(index + j * si), size, 1);
                }
            }
        }
    }

    @Override
    public boolean range(Array x, Array y) {
        if (!x.layout().isContiguous()) return false;
        long at = x.address(), n = x.count(), low = Long.MAX_VALUE, high = Long.MIN_VALUE;
        var tile = Tiles.get().longs;
        for (long i = 0; i < n; i += Tiles.SIZE) {
            int m = (int) Math.min(Tiles.SIZE, n - i);
            MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, at + 8 * i, tile, 0, m);
            for (int j = 0; j < m; j++) {
                low = Math.min(low, tile[j]);
                high = Math.max(high, tile[j]);
            }
        }
        ALL.set(ValueLayout.JAVA_LONG, y.address(), low);
        ALL.set(ValueLayout.JAVA_LONG, y.address() + 8, high);
        return true;
    }

    @Override
    public boolean count(Array mask, Array y) {
        ALL.set(ValueLayout.JAVA_LONG, y.address(), count(mask.address(), mask.count()));
        return true;
    }

    /** The ones among {@code n} bytes that are 0 or 1. */
    private static long count(long at, long n) {
        long sum = 0, i = 0;
        for (; i + 8 <= n; i += 8) sum += Long.bitCount(ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, at + i));
        for (; i < n; i++) sum += ALL.get(ValueLayout.JAVA_BYTE, at + i);
        return sum;
    }

    @Override
    public boolean places(Array mask, Array y) {
        long in = mask.address(), out = y.address(), n = mask.count();
        int chunks = Math.toIntExact(Math.ceilDiv(n, CHUNK));
        var before = new long[chunks + 1];
        Parallel.forRange(chunks, 16, (low, high) -> {
            for (long c = low; c < high; c++)
                before[(int) c + 1] = count(in + c * CHUNK, Math.min(CHUNK, n - c * CHUNK));
        });
        for (int c = 0; c < chunks; c++) before[c + 1] += before[c];
        Parallel.forRange(chunks, 1, (low, high) -> {
            for (long c = low; c < high; c++)
                write(in, c * CHUNK, Math.min((c + 1) * CHUNK, n), out + 8 * before[(int) c]);
        });
        return true;
    }

    /** The numbers of the true elements from {@code low} to {@code high}; without a branch an element. */
    private static void write(long mask, long low, long high, long y) {
        var tiles = Tiles.get();
        long to = y;
        for (long i = low; i < high; i += Tiles.SIZE - 1) {
            int m = (int) Math.min(Tiles.SIZE - 1, high - i), k = 0;
            Floats.load(mask + i, tiles.bytes, 0, m);
            for (int j = 0; j < m; j++) {
                tiles.longs[k] = i + j;
                k += tiles.bytes[j];
            }
            MemorySegment.copy(tiles.longs, 0, ALL, ValueLayout.JAVA_LONG, to, k);
            to += 8L * k;
        }
    }

    private static long place(long address) {
        return ALL.get(ValueLayout.JAVA_LONG, address);
    }
}
