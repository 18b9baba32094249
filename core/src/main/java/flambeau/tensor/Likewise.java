package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.offset;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;

/** Tensors in the shape of others, unit matrices, triangles. */
abstract sealed class Likewise extends Creation permits Ranges {
    Likewise() {}

    /**
     * Zeros of the shape of {@code x}.
     *
     * @param args dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor zerosLike(Tensor x, Arg<? super Takes.New>... args) {
        return wanting(filled(x.shape(), 0, dtype(args, x.dtype())), args);
    }

    /**
     * Ones of the shape of {@code x}.
     *
     * @param args dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor onesLike(Tensor x, Arg<? super Takes.New>... args) {
        return wanting(filled(x.shape(), 1, dtype(args, x.dtype())), args);
    }

    /**
     * {@code fillValue} in the shape of {@code x}.
     *
     * @param args dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor fullLike(Tensor x, Number fillValue, Arg<? super Takes.New>... args) {
        return wanting(filled(x.shape(), fillValue, dtype(args, x.dtype())), args);
    }

    /** Like {@link #fullLike(Tensor, Number, Arg...)}, with 0 or 1. */
    @SafeVarargs
    public static Tensor fullLike(Tensor x, boolean fillValue, Arg<? super Takes.New>... args) {
        return fullLike(x, fillValue ? 1 : 0, args);
    }

    /**
     * Any content in the shape of {@code x}, to be overwritten.
     *
     * @param args dtype (that of x), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor emptyLike(Tensor x, Arg<? super Takes.New>... args) {
        return wanting(new Tensor(Array.empty(x.raw().layout().fresh(), dtype(args, x.dtype()))), args);
    }

    /** The dtype among {@code args}, or another. */
    static DType dtype(Arg<?>[] args, DType byDefault) {
        var given = given(args, Dtype.class);
        return given == null ? byDefault : given.value();
    }

    /**
     * The unit matrix of {@code n} rows.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor eye(int n, Arg<? super Takes.New>... args) {
        return eye(n, n, args);
    }

    /**
     * A matrix of {@code n} rows and {@code m} columns with ones on the main diagonal, else zeros.
     *
     * @param args dtype (the default), requiresGrad (false)
     */
    @SafeVarargs
    public static Tensor eye(int n, int m, Arg<? super Takes.New>... args) {
        Check.that(n >= 0 && m >= 0, "eye: sizes must not be negative, got %d and %d", n, m);
        var dtype = dtype(args, getDefaultDtype());
        var y = filled(Shape.of(n, m), 0, dtype);
        var diagonal = new Layout(Shape.of(Math.min(n, m)), new long[] {m + 1L}, 0);
        Kernels.copy(Compute.scalar(1, dtype), y.raw().as(diagonal));
        return wanting(y, args);
    }

    /**
     * The indices of the elements of a matrix that are not above a diagonal, row by row: [2, n], rows and columns.
     *
     * @param args offset (0): above the main diagonal is positive; dtype (int64)
     */
    @SafeVarargs
    public static Tensor trilIndices(int row, int col, Arg<? super Takes.TriangleIndices>... args) {
        return triangle("trilIndices", row, col, false, args);
    }

    /**
     * The indices of the elements of a matrix that are not below a diagonal, row by row: [2, n], rows and columns.
     *
     * @param args offset (0): above the main diagonal is positive; dtype (int64)
     */
    @SafeVarargs
    public static Tensor triuIndices(int row, int col, Arg<? super Takes.TriangleIndices>... args) {
        return triangle("triuIndices", row, col, true, args);
    }

    private static Tensor triangle(String op, int rows, int columns, boolean upper, Arg<?>[] args) {
        Check.that(rows >= 0 && columns >= 0, "%s: sizes must not be negative, got %d and %d", op, rows, columns);
        var dtype = dtype(args, DType.INT64);
        Check.that(dtype == DType.INT64 || dtype == DType.INT32, "%s: indices are int64 or int32, got %s", op, dtype);
        long k = given(args, offset(0)).value();
        long n = 0;
        for (int i = 0; i < rows; i++) n += upper ? columns - from(i + k, columns) : from(i + k + 1, columns);
        var indices = new long[2][Math.toIntExact(n)];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            int low = upper ? from(i + k, columns) : 0, high = upper ? columns : from(i + k + 1, columns);
            for (int j = low; j < high; j++, at++) {
                indices[0][at] = i;
                indices[1][at] = j;
            }
        }
        return tensor(indices).reshape(2, (int) n).plain(dtype);
    }

    private static int from(long column, int columns) {
        return Math.clamp(column, 0, columns);
    }
}
