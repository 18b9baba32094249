package flambeau.onednn;

import static flambeau.memory.Native.ALL;
import static flambeau.onednn.Dnnl.POINTER;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code y = a b + bias} of one shape in one thread, for each matrix of a batch. */
final class Matmul {
    private static final boolean X86 = Platform.current().name().endsWith("x86_64"); // elsewhere sgemm is plain loops

    private static final Cache<Plan> CACHE = new Cache<>(128); // a primitive takes 0.7 MB
    private static final MethodHandle DESCRIBE = Dnnl.function(
            "dnnl_matmul_primitive_desc_create", POINTER, POINTER, POINTER, POINTER, POINTER, POINTER, POINTER);

    private Matmul() {}

    /**
     * The distances in elements between the matrices, rows and columns of an operand; a matrix distance of 0 repeats one.
     */
    record Strides(long matrix, long row, long column) {
        /** Whether a column is contiguous rather than a row. */
        boolean isTransposed(long columns) {
            return column != 1 || row < columns;
        }

        /** The distance that C's functions call leading dimension; 0 where there is none. */
        long leading(long rows, long columns) {
            if (!isTransposed(columns)) return row;
            return row == 1 && column >= rows ? column : 0;
        }
    }

    /** The sizes: {@code batch} products of [m, k] and [k, n]. */
    record Sizes(long batch, long m, long n, long k, Strides a, Strides b, Strides y, boolean bias) {
        /** One product without a bias into a dense result. */
        static Sizes of(long m, long n, long k, Strides a, Strides b) {
            return new Sizes(1, m, n, k, a, b, new Strides(0, n, 1), false);
        }

        /** The same product with these sizes. */
        Sizes with(long batch, long m, long n, long k) {
            return new Sizes(batch, m, n, k, a, b, y, bias);
        }

        /** The number of multiplications, which may be more than a long can count. */
        double work() {
            return (double) batch * m * n * k;
        }

        /** Whether {@link #sgemm} can do it, and does it as fast as a primitive. */
        boolean isPlain() {
            return X86 && a.leading(m, k) > 0 && b.leading(k, n) > 0;
        }

        private Key key(String operation) {
            return new Key(
                    operation,
                    batch,
                    m,
                    n,
                    k,
                    bias ? 1 : 0,
                    a.matrix,
                    a.row,
                    a.column,
                    b.matrix,
                    b.row,
                    b.column,
                    y.matrix,
                    y.row,
                    y.column);
        }

        private Desc desc(long rows, long columns, Strides s) {
            if (batch == 1) return new Desc(new long[] {rows, columns}, new long[] {s.row, s.column});
            long matrices = s.matrix == 0 ? 1 : batch;
            long matrix = s.matrix == 0 ? Math.max(rows * s.row, columns * s.column) : s.matrix;
            return new Desc(new long[] {matrices, rows, columns}, new long[] {matrix, s.row, s.column});
        }

        private @Nullable Desc biasDesc() {
            if (!bias) return null;
            return batch == 1 ? Desc.dense(1, n) : Desc.dense(1, 1, n);
        }
    }

    /**
     * Plain products by oneDNN's C function. It needs no preparation, where a primitive takes milliseconds to make, and it was
     * measured to be as fast at all sizes.
     *
     * @param bias 0 where there is none
     */
    static void sgemm(Sizes s, long a, long b, long bias, long y) {
        boolean at = s.a.isTransposed(s.k), bt = s.b.isTransposed(s.n);
        long lda = s.a.leading(s.m, s.k), ldb = s.b.leading(s.k, s.n);
        for (long i = 0; i < s.batch; i++) {
            long ai = a + 4 * i * s.a.matrix, bi = b + 4 * i * s.b.matrix, yi = y + 4 * i * s.y.matrix;
            for (long row = 0; s.bias && row < s.m; row++) {
                MemorySegment.copy(ALL, bias, ALL, yi + 4 * row * s.y.row, 4 * s.n);
            }
            int status = Dnnl.sgemm(at, bt, s.m, s.n, s.k, ai, lda, bi, ldb, s.bias ? 1 : 0, yi, s.y.row);
            if (status != 0) Status.check(status, "sgemm [" + s.m + ", " + s.k + "] * [" + s.k + ", " + s.n + "]");
        }
    }

    /** Operands a, b, bias (if there is one), y; null where oneDNN has nothing good. */
    static @Nullable Plan get(Sizes sizes) {
        return CACHE.get(sizes.key("matmul"), () -> {
            var plan = make(sizes, false, false);
            return plan != null ? plan : make(sizes, true, true);
        });
    }

    /** The same with b in the order that suits oneDNN best: whoever multiplies often copies it once. */
    static @Nullable Plan packing(Sizes sizes) {
        return CACHE.get(sizes.key("packing matmul"), () -> make(sizes, false, true));
    }

    /** With {@code ownA} and {@code ownB} a and b are copied: oneDNN has nothing for most strides of which none is 1. */
    private static @Nullable Plan make(Sizes s, boolean ownA, boolean ownB) {
        var a = s.desc(s.m, s.k, s.a);
        var b = s.desc(s.k, s.n, s.b);
        var y = s.desc(s.m, s.n, s.y);
        var bias = s.biasDesc();
        try (var draft = new Draft("matmul " + a + " * " + b)) {
            int status = Dnnl.call(
                    DESCRIBE,
                    draft.result(),
                    Dnnl.engine(),
                    draft.desc(ownA ? a.any() : a),
                    draft.desc(ownB ? b.any() : b),
                    draft.desc(bias),
                    draft.desc(y),
                    draft.attributes());
            if (bias == null) {
                var primitive = draft.finish(status, Draft.SRC, Draft.WEIGHTS, Draft.DST);
                return primitive == null ? null : Plan.of(primitive, List.of(a, b, y), 1);
            }
            var primitive = draft.finish(status, Draft.SRC, Draft.WEIGHTS, Draft.BIAS, Draft.DST);
            return primitive == null ? null : Plan.of(primitive, List.of(a, b, bias, y), 1);
        }
    }
}
