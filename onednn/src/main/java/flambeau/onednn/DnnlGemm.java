package flambeau.onednn;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.kernel.Gemm;
import flambeau.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products by oneDNN. A product is cut along the rows or columns of the result, never along the sum, into pieces that
 * depend on the sizes alone.
 */
final class DnnlGemm implements Gemm {
    private static final long TINY = 500; // multiplications; a Java loop is done before the call has begun
    private static final long SMALL = 1 << 12; // elements of a right factor, below which no copy of it is worth a plan
    private static final double PIECE = 4e6; // multiplications: 30 us at least, against up to 40 us for waking a thread
    private static final double VECTOR_PIECE = 6e4; // of a matrix and a vector: 4 us, for the matrix has to be read
    private static final long PIECES = 32;
    private static final long LARGE = 1536; // rows and columns: cut both ways it takes 0.95 of the time
    private static final long MOST_SIDE = 1024; // of such a piece
    private static final long GRAIN = 128; // rows or columns: with fewer, sgemm takes slower ways

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

    @Override
    public @Nullable Prepared prepare(Array b, @Nullable Array bias, int rows) {
        if (!b.isFloat32()
                || bias != null && (!bias.isFloat32() || !bias.layout().isContiguous())) return null;
        long k = b.shape().get(0), n = b.shape().get(1);
        if (k * n < SMALL || rows == 0 || !Dnnl.isAvailable()) return null;
        var bs = strides(b.layout(), false);
        if (repeats(bs, k, n)) return null;
        var sizes = new Matmul.Sizes(
                1, rows, n, k, new Matmul.Strides(0, k, 1), bs, new Matmul.Strides(0, n, 1), bias != null);
        return DnnlPrepared.of(b, bias, sizes, Math.clamp((long) (sizes.work() / PIECE), 1, grains(n)));
    }

    /** A product of certain sizes, in one thread. */
    @FunctionalInterface
    interface Piece {
        void run(long a, long b, long bias, long y);
    }

    static @Nullable Piece piece(Matmul.Sizes s) {
        if (s.isPlain()) return (a, b, bias, y) -> Matmul.sgemm(s, a, b, bias, y);
        var plan = Matmul.get(s);
        if (plan == null) return null;
        if (s.bias()) return (a, b, bias, y) -> plan.execute(0, a, b, bias, y);
        return (a, b, _, y) -> plan.execute(0, a, b, y);
    }

    /** The same for addresses; the bias is only looked at where the sizes have one. */
    static boolean multiply(Matmul.Sizes s, long a, long b, long bias, long y) {
        if (TallProduct.isTall(s) && TallProduct.run(s, a, b, bias, y)) return true;
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
        var whole = piece(s.with(each, s.m(), s.n(), s.k()));
        var rest = s.batch() % each == 0 ? whole : piece(s.with(s.batch() % each, s.m(), s.n(), s.k()));
        if (whole == null || rest == null) return false;
        Parallel.forRange(s.batch(), each, (low, high) -> {
            var piece = high - low == each ? whole : rest;
            long ai = a + 4 * low * s.a().matrix(), bi = b + 4 * low * s.b().matrix();
            piece.run(ai, bi, bias, y + 4 * low * s.y().matrix());
        });
        return true;
    }

    private static boolean product(Matmul.Sizes s, long a, long b, long bias, long y) {
        if (s.isPlain() && Math.min(s.m(), s.n()) >= LARGE) return squares(s, a, b, bias, y);
        boolean columns = isCutByColumns(s);
        long length = columns ? s.n() : s.m();
        long pieces = pieces(s, grains(length));
        long each = pieces == 1 ? length : ((length + pieces - 1) / pieces + GRAIN - 1) / GRAIN * GRAIN;
        var whole = piece(cut(s, columns, Math.min(each, length)));
        var rest = length % each == 0 ? whole : piece(cut(s, columns, length % each));
        if (whole == null || rest == null) return false;
        Parallel.forRange(length, each, (low, high) -> {
            var piece = high - low == each ? whole : rest;
            if (columns) piece.run(a, b + 4 * low * s.b().column(), bias + 4 * low, y + 4 * low);
            else piece.run(a + 4 * low * s.a().row(), b, bias, y + 4 * low * s.n());
        });
        return true;
    }

    /** Cut both ways: each piece packs a part of both operands, all pieces together less than where one of them is not cut. */
    private static boolean squares(Matmul.Sizes s, long a, long b, long bias, long y) {
        long down = Math.ceilDiv(s.m(), side(s.m())), across = Math.ceilDiv(s.n(), side(s.n()));
        Parallel.forRange(down * across, 1, (low, high) -> {
            for (long piece = low; piece < high; piece++) {
                long i = piece / across * side(s.m()), j = piece % across * side(s.n());
                var sizes = s.with(1, Math.min(side(s.m()), s.m() - i), Math.min(side(s.n()), s.n() - j), s.k());
                long ai = a + 4 * i * s.a().row(), bj = b + 4 * j * s.b().column();
                Matmul.sgemm(sizes, ai, bj, bias + 4 * j, y + 4 * (i * s.n() + j));
            }
        });
        return true;
    }

    /** The rows or columns of a piece: a fourth, within a limit. */
    private static long side(long length) {
        return Math.min(Math.ceilDiv(length, 4 * GRAIN) * GRAIN, MOST_SIDE);
    }

    /** Every piece packs the operand that is not cut; a transposed one costs most. Enough pieces matter more. */
    private static boolean isCutByColumns(Matmul.Sizes s) {
        boolean at = s.a().isTransposed(s.k()), bt = s.b().isTransposed(s.n());
        boolean columns = at == bt ? s.n() >= s.m() : bt;
        long here = grains(columns ? s.n() : s.m()), there = grains(columns ? s.m() : s.n());
        return columns == (here >= pieces(s, PIECES) || here >= there);
    }

    private static long grains(long length) {
        return Math.max(1, length / GRAIN);
    }

    private static Matmul.Sizes cut(Matmul.Sizes s, boolean columns, long length) {
        return s.with(1, columns ? s.m() : length, columns ? length : s.n(), s.k());
    }

    private static long pieces(Matmul.Sizes s, long most) {
        boolean isVector = s.batch() * Math.min(s.m(), s.n()) == 1;
        return Math.clamp((long) (s.work() / (isVector ? VECTOR_PIECE : PIECE)), 1, Math.min(most, PIECES));
    }
}
