package flambeau.onednn;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Gemm;
import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products by oneDNN. A product is cut along the rows or columns of the result, never along the sum, into pieces that
 * depend on the sizes alone.
 */
final class DnnlGemm implements Gemm {
    private static final long TINY = 500; // multiplications; a Java loop is done before the call has begun
    private static final long SMALL = 8_000; // the plain C function has a quarter of a primitive's overhead
    private static final double PIECE = 1e6; // 20 us at least, against 5 us for waking a thread
    private static final long PIECES = 32;
    private static final long GRAIN = 32; // columns or rows: whole registers and cache lines

    @Override
    public boolean matmul(Array a, Array b, @Nullable Array bias, Array y) {
        if (!y.isFloat32() || !a.isFloat32() || !b.isFloat32() || y.count() == 0) return false;
        if (bias != null && (!bias.isFloat32() || !bias.layout().isContiguous())) return false;
        boolean batched = y.shape().rank() == 3;
        long batch = batched ? y.shape().get(0) : 1;
        long m = y.shape().get(-2), n = y.shape().get(-1), k = a.shape().get(-1);
        if (batch * m * n * k < TINY || !Dnnl.isAvailable()) return false;
        var as = strides(a.layout(), batched);
        var bs = strides(b.layout(), batched);
        if (repeats(as, m, k) || repeats(bs, k, n)) return false;
        var sizes = new Matmul.Sizes(batch, m, n, k, as, bs, new Matmul.Strides(m * n, n, 1), bias != null);
        long at = a.address(), bt = b.address(), ct = bias == null ? 0 : bias.address(), yt = y.address();
        return multiply(sizes, at, bt, ct, yt);
    }

    /** The same for addresses. */
    static boolean multiply(Matmul.Sizes s, long a, long b, long bias, long y) {
        if (s.isPlain() && s.work() < SMALL) {
            for (long i = 0; s.bias() && i < s.m(); i++) {
                MemorySegment.copy(ALL, bias, ALL, y + 4 * s.n() * i, 4 * s.n());
            }
            Matmul.sgemm(s, a, b, s.bias() ? 1 : 0, y);
            return true;
        }
        if (s.batch() == 1) return LongProduct.isLong(s) ? LongProduct.run(s, a, b, y) : product(s, a, b, bias, y);
        if (s.work() / s.batch() < PIECE * PIECES || s.batch() >= PIECES) return products(s, a, b, bias, y);
        var one = s.with(1, s.m(), s.n(), s.k());
        for (long i = 0; i < s.batch(); i++) {
            long ai = a + 4 * i * s.a().matrix(), bi = b + 4 * i * s.b().matrix(), yi = y + 4 * i * s.y().matrix();
            if (!product(one, ai, bi, bias, yi)) return false;
        }
        return true;
    }

    /** The stride of a size of 1 says nothing: it becomes what a dense matrix would have. */
    private static Matmul.Strides strides(Layout layout, boolean batched) {
        int first = batched ? 1 : 0;
        long rows = layout.shape().get(first), columns = layout.shape().get(first + 1);
        long column = columns == 1 ? 1 : layout.stride(first + 1);
        long row = rows == 1 ? columns * column : layout.stride(first);
        return new Matmul.Strides(batched && layout.shape().get(0) > 1 ? layout.stride(0) : 0, row, column);
    }

    /** A broadcast row or column, which oneDNN does not know. */
    private static boolean repeats(Matmul.Strides s, long rows, long columns) {
        return s.row() == 0 && rows > 1 || s.column() == 0 && columns > 1;
    }

    private static boolean products(Matmul.Sizes s, long a, long b, long bias, long y) {
        long pieces = pieces(s, s.batch());
        long each = (s.batch() + pieces - 1) / pieces;
        var whole = Matmul.get(s.with(each, s.m(), s.n(), s.k()));
        var rest = s.batch() % each == 0 ? whole : Matmul.get(s.with(s.batch() % each, s.m(), s.n(), s.k()));
        if (whole == null || rest == null) return false;
        Parallel.forRange(
                s.batch(),
                each,
                (low, high) -> run(
                        high - low == each ? whole : rest,
                        s.bias(),
                        a + 4 * low * s.a().matrix(),
                        b + 4 * low * s.b().matrix(),
                        bias,
                        y + 4 * low * s.y().matrix()));
        return true;
    }

    private static boolean product(Matmul.Sizes s, long a, long b, long bias, long y) {
        boolean columns = isCutByColumns(s);
        long length = columns ? s.n() : s.m();
        long pieces = pieces(s, Math.max(1, length / GRAIN));
        long each = pieces == 1 ? length : ((length + pieces - 1) / pieces + GRAIN - 1) / GRAIN * GRAIN;
        var whole = Matmul.get(cut(s, columns, Math.min(each, length)));
        var rest = length % each == 0 ? whole : Matmul.get(cut(s, columns, length % each));
        if (whole == null || rest == null) return false;
        Parallel.forRange(
                length,
                each,
                (low, high) -> run(
                        high - low == each ? whole : rest,
                        s.bias(),
                        columns ? a : a + 4 * low * s.a().row(),
                        columns ? b + 4 * low * s.b().column() : b,
                        columns ? bias + 4 * low : bias,
                        columns ? y + 4 * low : y + 4 * low * s.n()));
        return true;
    }

    /** oneDNN packs b, and a where it is transposed: cut so that the larger of these copies is not made by every piece. */
    private static boolean isCutByColumns(Matmul.Sizes s) {
        boolean at = s.a().isTransposed(), bt = s.b().isTransposed();
        return at == bt ? s.n() >= s.m() : bt && s.n() >= GRAIN;
    }

    private static Matmul.Sizes cut(Matmul.Sizes s, boolean columns, long length) {
        return s.with(1, columns ? s.m() : length, columns ? length : s.n(), s.k());
    }

    private static long pieces(Matmul.Sizes s, long most) {
        return Math.clamp((long) (s.work() / PIECE), 1, Math.min(most, PIECES));
    }

    private static void run(Plan plan, boolean biased, long a, long b, long bias, long y) {
        if (biased) plan.execute(0, a, b, bias, y);
        else plan.execute(0, a, b, y);
    }
}
