package flambeau.tensor;

import static flambeau.args.Args.dim1;
import static flambeau.args.Args.dim2;
import static flambeau.args.Args.given;
import static flambeau.args.Args.offset;

import flambeau.args.Arg;
import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Diagonals and triangles of matrices. */
abstract sealed class Diagonals extends Splitting permits Choosing {
    Diagonals() {}

    /**
     * A diagonal of two dimensions, as a view: a new last dimension in their place.
     *
     * @param args offset (0): above the main diagonal is positive; dim1 (0), dim2 (1)
     */
    @SafeVarargs
    public final Tensor diagonal(Arg<? super Takes.Diagonal>... args) {
        return diagonal(
                given(args, offset(0)).value(),
                given(args, dim1(0)).value(),
                given(args, dim2(1)).value());
    }

    /** Like {@link #diagonal(Arg...)}. */
    public Tensor diagonal(int offset, int dim1, int dim2) {
        return part("Diagonal", onDiagonal("diagonal", offset, dim1, dim2));
    }

    private UnaryOperator<Layout> onDiagonal(String op, int offset, int dim1, int dim2) {
        var shape = self().shape();
        int a = shape.dim(op, dim1), b = shape.dim(op, dim2);
        Check.that(
                shape.rank() >= 2 && a != b,
                "%s: needs two different dimensions, got %d and %d of %s",
                op,
                dim1,
                dim2,
                shape);
        int down = Math.max(-offset, 0), right = Math.max(offset, 0);
        int n = Math.max(Math.min(shape.get(a) - down, shape.get(b) - right), 0);
        return layout -> {
            long first = layout.offset() + (n == 0 ? 0 : down * layout.stride(a) + right * layout.stride(b));
            var strides = new long[shape.rank() - 1];
            int at = 0;
            for (int d = 0; d < shape.rank(); d++) if (d != a && d != b) strides[at++] = layout.stride(d);
            strides[at] = layout.stride(a) + layout.stride(b);
            var rest = shape.without(Math.max(a, b)).without(Math.min(a, b));
            return new Layout(rest.insert(at, n), strides, first);
        };
    }

    /**
     * Zeros with the last dimension on a diagonal of two new ones.
     *
     * @param args offset (0): above the main diagonal is positive; dim1 (-2), dim2 (-1): the new dimensions
     */
    @SafeVarargs
    public final Tensor diagEmbed(Arg<? super Takes.Diagonal>... args) {
        return diagEmbed(
                given(args, offset(0)).value(),
                given(args, dim1(-2)).value(),
                given(args, dim2(-1)).value());
    }

    /** Like {@link #diagEmbed(Arg...)}. */
    public Tensor diagEmbed(int offset, int dim1, int dim2) {
        Check.that(self().dim() > 0, "diagEmbed: needs at least 1 dimension, got %s", self().shape());
        int rank = self().dim() + 1, n = Math.addExact(self().size(-1), Math.abs(offset));
        var front = self().shape().without(self().dim() - 1);
        var probe = Shape.of(new int[rank]);
        int a = probe.dim("diagEmbed", dim1), b = probe.dim("diagEmbed", dim2);
        Check.that(a != b, "diagEmbed: the dimensions must differ, got %d and %d", dim1, dim2);
        var shape = front.insert(Math.min(a, b), n).insert(Math.max(a, b), n);
        var y = Tensors.filled(shape, 0, self().dtype());
        Kernels.copy(self().array(), y.diagonal(offset, a, b).raw());
        return Op.of("DiagEmbed", new Tensor(y.raw()))
                .wrt(self(), dy -> dy.diagonal(offset, a, b))
                .result();
    }

    /**
     * Of a vector the matrix with it on a diagonal, of a matrix a copy of a diagonal.
     *
     * @param args diagonal (0): above the main one is positive
     */
    @SafeVarargs
    public final Tensor diag(Arg<? super Takes.FromDiagonal>... args) {
        return diag(given(args, flambeau.args.Args.diagonal(0)).value());
    }

    /** Like {@link #diag(Arg...)}. */
    public Tensor diag(int diagonal) {
        Check.that(self().dim() == 1 || self().dim() == 2, "diag: takes a vector or a matrix, got %s", self().shape());
        if (self().dim() == 1) return diagEmbed(diagonal, -2, -1);
        var shape = self().shape();
        var how = onDiagonal("diag", diagonal, 0, 1);
        var y = self().unrecorded().diagonal(diagonal, 0, 1).clone();
        return Op.of("DiagonalBackward0_copy", -1, new Tensor(y.raw()))
                .wrt(self(), dy -> embed("Diagonal", dy, shape, how))
                .result();
    }

    /**
     * The matrix with all elements on a diagonal.
     *
     * @param args offset (0): above the main diagonal is positive
     */
    @SafeVarargs
    public final Tensor diagflat(Arg<? super Takes.Offset>... args) {
        return diagflat(given(args, offset(0)).value());
    }

    /** Like {@link #diagflat(Arg...)}. */
    public Tensor diagflat(int offset) {
        return reshape(-1).diagEmbed(offset, -2, -1);
    }

    /**
     * A copy of this with {@code src} on a diagonal.
     *
     * @param args offset (0): above the main diagonal is positive; dim1 (0), dim2 (1)
     */
    @SafeVarargs
    public final Tensor diagonalScatter(Tensor src, Arg<? super Takes.Diagonal>... args) {
        int offset = given(args, offset(0)).value();
        int dim1 = given(args, dim1(0)).value(), dim2 = given(args, dim2(1)).value();
        return pasted("DiagonalScatter", src, onDiagonal("diagonalScatter", offset, dim1, dim2), "Diagonal");
    }

    /** A copy of this with {@code src} at place {@code index} of a dimension. */
    public Tensor selectScatter(Tensor src, int along, int index) {
        int d = self().shape().dim("selectScatter", along);
        Check.that(self().dim() > 0, "selectScatter: a tensor without dimensions has no part");
        int i = Places.resolve("selectScatter", index, self().size(d), d);
        return pasted("SelectScatter", src, layout -> layout.select(d, i), "Select");
    }

    /**
     * A copy of this with {@code src} at places of a dimension.
     *
     * @param args dim (0), start (the beginning), end (the end), step (1)
     */
    @SafeVarargs
    public final Tensor sliceScatter(Tensor src, Arg<? super Takes.Slice>... args) {
        int d = self().shape().dim("sliceScatter", along("sliceScatter", args, 0));
        Check.that(self().dim() > 0, "sliceScatter: a tensor without dimensions has no part");
        Integer start = given(args, flambeau.args.Args.start(null)).value();
        Integer end = given(args, flambeau.args.Args.end(null)).value();
        var slice = new Index.Slice(
                start == null ? 0 : start,
                end == null ? Integer.MAX_VALUE : end,
                given(args, flambeau.args.Args.step(1)).value());
        Places.sliced("sliceScatter", self().raw().layout(), d, slice);
        return pasted("SliceScatter", src, layout -> Places.sliced("sliceScatter", layout, d, slice), "Slice");
    }

    Tensor pasted(String node, Tensor src, UnaryOperator<Layout> where, String part) {
        var shape = where.apply(self().raw().layout()).shape();
        Check.that(
                src.shape().equals(shape),
                "%s: the source must have the shape %s, got %s",
                name(node),
                shape,
                src.shape());
        return Edit.of(
                        node,
                        0,
                        y -> Kernels.copy(src.array(), y.as(where.apply(y.layout()))),
                        dy -> dy.pasted(node, Tensors.filled(shape, 0, dy.dtype()), where, part),
                        src,
                        dy -> dy.part(part, where))
                .copy(self());
    }

    private static String name(String node) {
        return Character.toLowerCase(node.charAt(0)) + node.substring(1);
    }

    /**
     * A copy of the matrices with 0 above a diagonal.
     *
     * @param args diagonal (0): above the main one is positive
     */
    @SafeVarargs
    public final Tensor tril(Arg<? super Takes.FromDiagonal>... args) {
        return tril(given(args, flambeau.args.Args.diagonal(0)).value());
    }

    /** Like {@link #tril(Arg...)}. */
    public Tensor tril(int diagonal) {
        return triangle("tril", false, diagonal).copy(self());
    }

    /**
     * A copy of the matrices with 0 below a diagonal.
     *
     * @param args diagonal (0): above the main one is positive
     */
    @SafeVarargs
    public final Tensor triu(Arg<? super Takes.FromDiagonal>... args) {
        return triu(given(args, flambeau.args.Args.diagonal(0)).value());
    }

    /** Like {@link #triu(Arg...)}. */
    public Tensor triu(int diagonal) {
        return triangle("triu", true, diagonal).copy(self());
    }

    Edit triangle(String op, boolean upper, int diagonal) {
        Check.that(self().dim() >= 2, "%s: needs at least 2 dimensions, got %s", op, self().shape());
        return Edit.of(
                upper ? "Triu" : "Tril",
                0,
                y -> clear(y, upper, diagonal),
                dy -> upper ? dy.triu(diagonal) : dy.tril(diagonal),
                null,
                dy -> dy);
    }

    /** Zeros on the other side of the diagonal, a run of each row. */
    private static void clear(Array y, boolean upper, int diagonal) {
        if (y.count() == 0) return;
        var layout = y.layout();
        int rank = y.shape().rank(),
                rows = y.shape().get(-2),
                columns = y.shape().get(-1);
        var front = new Layout(
                y.shape().without(rank - 1).without(rank - 2),
                Arrays.copyOf(layout.strides(), rank - 2),
                layout.offset());
        var zero = Compute.scalar(0, y.dtype());
        for (int i = 0; i < rows; i++) {
            int edge = Math.clamp((long) i + diagonal + (upper ? 0 : 1), 0, columns);
            int from = upper ? 0 : edge, n = upper ? edge : columns - edge;
            if (n == 0) continue;
            long first = front.offset() + i * layout.stride(rank - 2) + from * layout.stride(rank - 1);
            var strides = Arrays.copyOf(front.strides(), rank - 1);
            strides[rank - 2] = layout.stride(rank - 1);
            Kernels.copy(zero, y.as(new Layout(front.shape().insert(rank - 2, n), strides, first)));
        }
    }
}
