package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Parallel;
import flambeau.kernel.Reduce.Op;
import flambeau.kernel.runs.Copies;
import flambeau.kernel.runs.Scratch;
import java.lang.foreign.ValueLayout;

/**
 * Reductions of every type: of x [outer, rows, inner] over its rows, in double or long. What is too much for one thread is folded in
 * chunks to a smaller array, which is reduced in turn; so results do not depend on the number of threads.
 */
final class TypedReduce {
    private static final int CHUNK = 1 << 15; // elements that are folded at a time
    private static final int NARROW = 64; // rows shorter than this are read several at a time
    private static final ThreadLocal<Folder> DOUBLES = ThreadLocal.withInitial(DoubleFolder::new);
    private static final ThreadLocal<Folder> LONGS = ThreadLocal.withInitial(LongFolder::new);

    private final Op op;
    private final DType from;
    private final DType to;
    private final ThreadLocal<Folder> folders;

    TypedReduce(Op op, DType from, DType to) {
        this.op = op;
        this.from = from;
        this.to = to;
        folders = from.isFloatingPoint() && op != Op.ANY && op != Op.ALL ? DOUBLES : LONGS;
    }

    /** y [outer, inner], in a row, is the fold of x [outer, rows, inner]. */
    void run(long x, long outer, long rows, long inner, long y) {
        if (inner == 1) rows(x, outer, rows, y);
        else columns(x, outer, rows, inner, y);
    }

    private void rows(long x, long rows, long m, long y) {
        long chunks = (m + CHUNK - 1) / CHUNK;
        if (chunks == 1) {
            Parallel.forRange(rows, Math.max(CHUNK / m, 1), (low, high) -> shortRows(x, low, high, (int) m, y));
            return;
        }
        var partial = partial(rows * chunks);
        long results = partial.address();
        int size = from.bytes();
        Parallel.forRange(rows * chunks, 1, (low, high) -> {
            var folder = folders.get();
            for (long i = low; i < high; i++) {
                long row = i / chunks, start = i % chunks * CHUNK;
                folder.foldRow(op, from, x + (row * m + start) * size, (int) Math.min(CHUNK, m - start));
                folder.store(results + 8 * i, 1);
            }
        });
        next(partial).rows(results, rows, chunks, y);
        partial.storage().release();
    }

    private Array partial(long count) {
        return Array.empty(Shape.of(Math.toIntExact(count)), folders.get().dtype());
    }

    private TypedReduce next(Array partial) {
        return new TypedReduce(op, partial.dtype(), to);
    }

    private void shortRows(long x, long low, long high, int m, long y) {
        var folder = folders.get();
        int some = Math.max(Folder.SIZE / m, 1);
        for (long i = low; i < high; i += some) {
            int n = (int) Math.min(some, high - i);
            if (m > Folder.SIZE) {
                folder.foldRow(op, from, x + i * m * from.bytes(), m);
            } else {
                folder.load(op, from, x + i * m * from.bytes(), n * m);
                for (int r = 0; r < n; r++) folder.fold(op, r * m, m, r);
            }
            store(folder, y, i, n);
        }
    }

    /** Writes n results to y, from number i on. */
    private void store(Folder folder, long y, long i, int n) {
        if (to == folder.dtype()) {
            folder.store(y + i * 8, n);
        } else {
            long room = Scratch.get().address(0, 8L * Folder.SIZE);
            folder.store(room, n);
            Cast.run(folder.dtype(), room, 1, to, y + i * to.bytes(), n);
        }
    }

    private void columns(long x, long outer, long rows, long inner, long y) {
        int width = (int) Math.min(inner, Folder.SIZE);
        long blocks = (inner + width - 1) / width,
                chunk = Math.max(CHUNK / width, 2),
                chunks = (rows + chunk - 1) / chunk;
        var partial = chunks == 1 ? null : partial(outer * chunks * inner);
        var stage = partial == null ? this : new TypedReduce(op, from, partial.dtype());
        long results = partial == null ? y : partial.address();
        Parallel.forRange(
                outer * chunks * blocks, Math.max(CHUNK / (Math.min(chunk, rows) * width), 1), (low, high) -> {
                    var folder = folders.get();
                    for (long i = low; i < high; i++) {
                        long part = i / blocks, column = i % blocks * width;
                        long o = part / chunks, row = part % chunks * chunk;
                        int n = (int) Math.min(width, inner - column);
                        long at = (o * rows + row) * inner + column;
                        foldColumns(folder, x + at * from.bytes(), Math.min(chunk, rows - row), inner, n);
                        stage.store(folder, results, part * inner + column, n);
                    }
                });
        if (partial == null) return;
        next(partial).columns(results, outer, chunks, inner, y);
        partial.storage().release();
    }

    /** The results are the folds of n columns, of rows that are {@code stride} elements apart. */
    private void foldColumns(Folder folder, long x, long rows, long stride, int n) {
        int some = stride < NARROW ? Folder.SIZE / n : 1; // then the rows stand one after the other
        for (long r = 0; r < rows; r += some) {
            int these = (int) Math.min(some, rows - r);
            folder.load(op, from, x + r * stride * from.bytes(), these * n);
            if (r == 0) folder.begin(0, n);
            for (int k = r == 0 ? 1 : 0; k < these; k++) folder.add(op, k * n, n);
        }
    }

    /** The place of the best element in each row of x [rows, m]. */
    void places(long x, long rows, int m, long y) {
        Parallel.forRange(rows, Math.max(CHUNK / m, 1), (low, high) -> {
            var folder = folders.get();
            for (long i = low; i < high; i++)
                ALL.set(ValueLayout.JAVA_LONG, y + 8 * i, place(folder, x + i * m * from.bytes(), m));
        });
    }

    private long place(Folder folder, long x, int m) {
        int best = 0;
        for (int i = 0; i < m; i += Folder.SIZE) {
            int n = Math.min(Folder.SIZE, m - i);
            folder.load(op, from, x + (long) i * from.bytes(), n);
            folder.fold(op, 0, n, i == 0 ? 0 : 1);
            if (i == 0 || !folder.isBetter(op)) continue;
            best = i;
            folder.combine(op);
        }
        int n = Math.min(Folder.SIZE, m - best);
        folder.load(op, from, x + (long) best * from.bytes(), n);
        return (long) best + folder.find(n);
    }

    /** {@code Reduce.reduce} of any layout; false where y has not its elements in a row. */
    static boolean reduce(Op op, Array x, Array y) {
        int rank = x.shape().rank();
        var order = new int[rank]; // the dimensions that stay, then those that are reduced
        int kept = 0, changes = 0;
        long results = 1, outer = 1, inner = 1;
        for (int d = rank - 1; d >= 0; d--) {
            int size = x.shape().get(d);
            if (y.layout().stride(d) == 0 || size == 1) continue;
            if (y.layout().stride(d) != results) return false;
            results *= size;
        }
        boolean reducing = false;
        for (int d = 0; d < rank; d++) {
            boolean stays = y.layout().stride(d) != 0;
            if (stays) order[kept++] = d;
            if (x.shape().get(d) == 1) continue;
            if (stays == reducing) {
                reducing = !stays;
                changes++;
            }
            if (!reducing && changes == 0) outer *= x.shape().get(d);
            if (!reducing && changes == 2) inner *= x.shape().get(d);
        }
        long reduced = x.count() / results;
        var typed = new TypedReduce(op, x.dtype(), y.dtype());
        if (x.layout().isContiguous() && changes <= 2) {
            typed.run(x.address(), outer, reduced, inner, y.address());
            return true;
        }
        for (int d = 0, i = kept; d < rank; d++) if (y.layout().stride(d) == 0) order[i++] = d;
        var turned = x.as(x.layout().permute(order));
        var copy = Array.empty(Layout.contiguous(turned.shape()), x.dtype());
        Copies.copy(turned, copy);
        typed.run(copy.address(), results, reduced, 1, y.address());
        copy.storage().release();
        return true;
    }
}
