package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.increasing;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.N;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Products of vectors and of tensors, without a kernel of their own. */
abstract sealed class VectorProducts extends ScaledProducts permits Distances {
    VectorProducts() {}

    /** All products {@code this[i] vec2[j]} of two vectors: [n, m]. */
    public Tensor outer(Tensor vec2) {
        Check.that(
                self().dim() == 1 && vec2.dim() == 1,
                "outer: takes two vectors, got %s and %s",
                self().shape(),
                vec2.shape());
        return self().unsqueeze(1).mul(vec2);
    }

    /** Like {@link #outer}. */
    public Tensor ger(Tensor vec2) {
        return outer(vec2);
    }

    /** The dot product of two vectors: like {@link #dot}, there being no complex numbers. */
    public Tensor vdot(Tensor other) {
        Check.that(
                self().dim() == 1 && other.dim() == 1,
                "vdot: takes two vectors, got %s and %s",
                self().shape(),
                other.shape());
        checkInner("vdot", self(), other);
        var y = self().unrecorded().dot(other.unrecorded());
        return Op.of("Vdot", y)
                .wrt(self(), dy -> other.mul(dy))
                .wrt(other, dy -> self().mul(dy))
                .result();
    }

    /** The sums of products along the last dimensions: {@code [.., k]} and {@code [*, k]} give {@code [.., *]}. */
    public Tensor inner(Tensor other) {
        if (self().dim() == 0 || other.dim() == 0) return self().mul(other);
        Check.that(
                self().size(-1) == other.size(-1),
                "inner: the last dimensions must agree, got %s and %s",
                self().shape(),
                other.shape());
        return tensordot(other, new int[] {-1}, new int[] {-1});
    }

    /**
     * The product of Kronecker: for matrices, blocks of {@code this[i, j] other}; with fewer dimensions than the other, one of size
     * 1 counts in front.
     */
    public Tensor kron(Tensor other) {
        int rank = Math.max(self().dim(), other.dim());
        int[] left = new int[2 * rank], right = new int[2 * rank], sizes = new int[rank];
        for (int d = 0; d < rank; d++) {
            left[2 * d] = padded(self(), rank, d);
            right[2 * d + 1] = padded(other, rank, d);
            left[2 * d + 1] = right[2 * d] = 1;
            sizes[d] = Math.multiplyExact(left[2 * d], right[2 * d + 1]);
        }
        return self().reshape(left).mul(other.reshape(right)).reshaped("UnsafeView", 0, Shape.of(sizes));
    }

    private static int padded(Tensor x, int rank, int d) {
        int missing = rank - x.dim();
        return d < missing ? 1 : x.size(d - missing);
    }

    /**
     * The vectors that stand upright on those of both tensors, along a dimension of size 3; the others broadcast.
     *
     * @param args dim (the first of size 3)
     */
    @SafeVarargs
    public final Tensor cross(Tensor other, Arg<? super LinalgTakes.Cross>... args) {
        var along = given(args, Dim.class);
        if (along != null && along.dims().length > 0) return crossed("cross", other, along.dims()[0]);
        for (int d = 0; d < self().dim(); d++) if (self().size(d) == 3) return crossed("cross", other, d);
        throw new IllegalArgumentException(
                "cross: no dimension has size 3 in %s".formatted(self().shape().text()));
    }

    final Tensor crossed(String op, Tensor other, int along) {
        Check.that(
                self().dim() == other.dim(),
                "%s: both must have as many dimensions, got %s and %s",
                op,
                self().shape(),
                other.shape());
        Check.that(
                self().dtype() == other.dtype() && self().dtype() != DType.BOOL,
                "%s: both must have one dtype, not bool, got %s and %s",
                op,
                self().dtype(),
                other.dtype());
        int d = self().shape().dim(op, along);
        Check.that(
                self().dim() > 0 && self().size(d) == 3 && other.size(d) == 3,
                "%s: dimension %d must have size 3, got %s and %s",
                op,
                along,
                self().shape(),
                other.shape());
        var shape = Shape.broadcast(op, self().shape(), other.shape());
        Tensor x = self().unrecorded(), y = other.unrecorded();
        var parts = new ArrayList<Tensor>();
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3, k = (i + 2) % 3;
            parts.add(x.select(d, j).mul(y.select(d, k)).sub(x.select(d, k).mul(y.select(d, j))));
        }
        return Op.of("LinalgCross", Tensors.stack(parts, d).expand(shape).unrecorded())
                .wrt(self(), dy -> other.expand(shape).crossed(op, dy, d))
                .wrt(other, dy -> dy.crossed(op, self().expand(shape), d))
                .result();
    }

    /** The sum of the diagonal of a matrix; of integers it is int64. */
    public Tensor trace() {
        Check.that(self().dim() == 2, "trace: takes a matrix, got %s", self().shape());
        Check.that(self().dtype() != DType.BOOL, "trace: takes no bool tensor");
        var diagonal = Triangles.diagonal(self().unrecorded());
        return Op.of("Trace", diagonal.sum())
                .wrt(self(), dy -> Triangles.identity(self()).mul(dy))
                .result();
    }

    /** The sums of products over the last {@code dims} dimensions of this and the first ones of the other. */
    public Tensor tensordot(Tensor b, int dims) {
        Check.that(dims >= 0, "tensordot: dims must not be negative, got %d", dims);
        Check.that(
                dims <= self().dim() && dims <= b.dim(),
                "tensordot: %s and %s do not have %d dimensions each",
                self().shape(),
                b.shape(),
                dims);
        int first = self().dim() - dims;
        return tensordot(
                b,
                IntStream.range(first, self().dim()).toArray(),
                IntStream.range(0, dims).toArray());
    }

    /** Like {@link #tensordot(Tensor, int)} over two dimensions, PyTorch's default. */
    public Tensor tensordot(Tensor b) {
        return tensordot(b, 2);
    }

    /**
     * The sums of products over pairs of dimensions, {@code dimsA[i]} of this with {@code dimsB[i]} of the other. A dimension of
     * size 1 beside a larger one is repeated.
     */
    public Tensor tensordot(Tensor b, int[] dimsA, int[] dimsB) {
        Check.that(
                dimsA.length == dimsB.length,
                "tensordot: as many dimensions must be named on both sides, got %d and %d",
                dimsA.length,
                dimsB.length);
        Check.that(
                self().dtype() == b.dtype(),
                "tensordot: both must have one dtype, got %s and %s",
                self().dtype(),
                b.dtype());
        return Contraction.tensordot(self(), b, dimsA, dimsB);
    }

    /** Like {@link #tensordot(Tensor, int[], int[])}, the two lists of dimensions in a list. */
    public Tensor tensordot(Tensor b, List<int[]> dims) {
        Check.that(dims.size() == 2, "tensordot: takes two lists of dimensions, got %d", dims.size());
        return tensordot(b, dims.get(0), dims.get(1));
    }

    /**
     * The matrix of Vandermonde: the powers of a vector's elements as columns, from {@code n - 1} down to 0.
     *
     * @param args n (as many as elements), increasing (false)
     */
    @SafeVarargs
    public final Tensor vander(Arg<? super LinalgTakes.Vander>... args) {
        Check.that(self().dim() == 1, "vander: takes a vector, got %s", self().shape());
        int n = given(args, new N(self().size(0))).value();
        Check.that(n >= 0, "vander: n must not be negative, got %d", n);
        var y = Linalg.powers(self(), n);
        return given(args, increasing(false)).value() || n == 0 ? y : Triangles.flipped(y);
    }

    /**
     * Like {@link #vander(Arg...)} with {@code n} columns.
     *
     * @param args increasing (false)
     */
    @SafeVarargs
    public final Tensor vander(int n, Arg<? super LinalgTakes.Ordered>... args) {
        return given(args, increasing(false)).value() ? vander(new N(n), increasing(true)) : vander(new N(n));
    }
}
