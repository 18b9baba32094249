package flambeau.tensor;

import static flambeau.args.Args.computeMode;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.keepdim;

import flambeau.args.Arg;
import flambeau.args.ComputeMode;
import flambeau.args.Dim;
import flambeau.args.MatrixNorm;
import flambeau.args.P;
import flambeau.array.Array;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.stream.IntStream;

/** Norms of tensors and distances between them. */
abstract sealed class Distances extends VectorProducts permits Factoring {
    private static final int MANY = 25; // vectors, above which a matrix product gives their distances
    private static final long CHUNK = 1 << 20; // differences that are in memory at a time

    Distances() {}

    /**
     * The norm of the elements, or of matrices: see {@link Linalg#vectorNorm} and {@link Linalg#matrixNorm}.
     *
     * @param args p (FRO, the root of the sum of squares; or NUC, or a number), dim (all), keepdim (false), dtype (this tensor's)
     */
    @SafeVarargs
    public final Tensor norm(Arg<? super LinalgTakes.Norm>... args) {
        var p = given(args, P.class);
        var word = given(args, MatrixNorm.class);
        Check.that(p == null || word == null, "norm: p is given twice");
        var dims = given(args, new Dim()).dims();
        if (word == MatrixNorm.NUC || word == MatrixNorm.FRO && dims.length > 2) {
            var two = dims.length > 0 ? dims : IntStream.range(0, self().dim()).toArray();
            return Norms.matrix("norm", self(), word, two, args);
        }
        return Norms.vector("norm", self(), p == null ? 2 : p.value(), dims, args);
    }

    /**
     * The norm of this order of all elements, or of those along dimensions.
     *
     * @param args dim (all), keepdim (false), dtype (this tensor's)
     */
    @SafeVarargs
    public final Tensor norm(Number p, Arg<? super LinalgTakes.Reduced>... args) {
        return Norms.vector(
                "norm", self(), p.doubleValue(), given(args, new Dim()).dims(), args);
    }

    /** The norm of order 2 of {@code this - other}. */
    public Tensor dist(Tensor other) {
        return dist(other, 2);
    }

    /** The norm of order {@code p} of {@code this - other}. */
    public Tensor dist(Tensor other, Number p) {
        double order = p.doubleValue();
        var difference = self().unrecorded().sub(other.unrecorded());
        Norms.check("dist", difference, order, new int[0]);
        var y = Norms.forward(difference, order, new int[0], false);
        return Op.of("Dist", y)
                .wrt(self(), dy -> Norms.gradient(dy, self().sub(other), y, order, new int[0]))
                .wrt(other, dy -> Norms.gradient(dy.neg(), self().sub(other), y, order, new int[0]))
                .result();
    }

    /**
     * The distances between all vectors of this and of {@code x2}: {@code [.., n, d]} and {@code [.., m, d]} give {@code [.., n, m]}.
     *
     * @param args p, the order of the norm (2), computeMode for p = 2 (by a matrix product from 26 vectors on)
     */
    @SafeVarargs
    public final Tensor cdist(Tensor x2, Arg<? super LinalgTakes.Cdist>... args) {
        double p = given(args, new P(2)).value();
        var mode = given(args, computeMode(ComputeMode.USE_MM_FOR_EUCLID_DIST_IF_NECESSARY));
        Tensor x = self();
        Check.that(
                x.dim() >= 2 && x2.dim() >= 2,
                "cdist: both need at least 2 dimensions, got %s and %s",
                x.shape(),
                x2.shape());
        Check.that(x.size(-1) == x2.size(-1), "cdist: %s and %s differ in columns", x.shape(), x2.shape());
        Norms.checkDtype("cdist", x);
        Check.that(x.dtype() == x2.dtype(), "cdist: both must have one dtype, got %s and %s", x.dtype(), x2.dtype());
        Check.that(p >= 0, "cdist: p must not be negative, got %s", p);
        int n = x.size(-2), m = x2.size(-2), d = x.size(-1);
        var front = Shape.broadcast(
                "cdist",
                x.shape().without(x.dim() - 1).without(x.dim() - 2),
                x2.shape().without(x2.dim() - 1).without(x2.dim() - 2));
        int rank = front.rank();
        Tensor a = x.expand(front.insert(rank, n).insert(rank + 1, d)),
                b = x2.expand(front.insert(rank, m).insert(rank + 1, d));
        boolean product = mode == ComputeMode.USE_MM_FOR_EUCLID_DIST
                || mode == ComputeMode.USE_MM_FOR_EUCLID_DIST_IF_NECESSARY && (n > MANY || m > MANY);
        boolean some = a.count() > 0 && b.count() > 0;
        if (p == 2 && product && some)
            return euclidean(a, b).reshaped("View", 0, front.insert(rank, n).insert(rank + 1, m));
        var y = some
                ? differences(a.unrecorded(), b.unrecorded(), p)
                : zero(front.insert(rank, n).insert(rank + 1, m));
        return Op.of("Cdist", y)
                .wrt(a, dy -> some ? cdistGradient(dy, a, b, y, p).sum(-2) : Tensors.zerosLike(a))
                .wrt(b, dy -> some ? cdistGradient(dy, a, b, y, p).neg().sum(-3) : Tensors.zerosLike(b))
                .result();
    }

    private Tensor zero(Shape shape) {
        return Tensors.filled(shape, 0, self().dtype());
    }

    private static Tensor euclidean(Tensor a, Tensor b) {
        Tensor x = a.unrecorded(), z = b.unrecorded();
        var squares =
                x.square().sum(dim(-1), keepdim(true)).add(z.square().sum(-1).unsqueeze(-2));
        var y = squares.sub(x.matmul(z.transpose(-2, -1)).mul(2)).clampMin(0).sqrt();
        return Op.of("EuclideanDist", y)
                .wrt(a, dy -> {
                    var ratio = dy.div(y).where(y.ne(0), 0);
                    return a.mul(ratio.sum(dim(-1), keepdim(true))).sub(ratio.matmul(b));
                })
                .wrt(b, dy -> {
                    var ratio = dy.div(y).where(y.ne(0), 0);
                    return b.mul(ratio.sum(-2).unsqueeze(-1))
                            .sub(ratio.transpose(-2, -1).matmul(a));
                })
                .result();
    }

    /** A band of rows of {@code a} at a time, so that the differences stay in the cache. */
    private static Tensor differences(Tensor a, Tensor b, double p) {
        int n = a.size(-2);
        long each = Math.max(a.count() / n * b.size(-2), 1);
        int rows = Math.clamp(CHUNK / each, 1, n);
        var y = Array.empty(a.shape().with(a.dim() - 1, b.size(-2)), a.dtype());
        for (int i = 0; i < n; i += rows) {
            int length = Math.min(rows, n - i), first = i;
            var part = a.narrow(-2, i, length).unsqueeze(-2).sub(b.unsqueeze(-3));
            var values = Norms.forward(part, p, new int[] {part.dim() - 1}, false);
            flambeau.kernel.Kernels.copy(values.raw(), y.as(y.layout().slice(a.dim() - 2, first, length, 1)));
        }
        return new Tensor(y);
    }

    /** Of the differences {@code a - b}, [.., n, m, d]. Unlike the norm's, all largest elements have the whole gradient. */
    private static Tensor cdistGradient(Tensor dy, Tensor a, Tensor b, Tensor y, double p) {
        var difference = a.unsqueeze(-2).sub(b.unsqueeze(-3));
        Tensor g = dy.unsqueeze(-1), norm = y.unsqueeze(-1);
        if (p == 0) return Tensors.zerosLike(difference);
        if (p == 1) return difference.sign().mul(g);
        if (Double.isInfinite(p))
            return difference.sign().mul(g).where(difference.abs().eq(norm), 0);
        return Norms.powerGradient(g, difference, norm, p);
    }

    /** Each part along a dimension, scaled down to norm {@code maxnorm} of order {@code p} where its norm is larger. */
    public Tensor renorm(Number p, int dim, Number maxnorm) {
        Check.that(self().dim() >= 2, "renorm: takes at least 2 dimensions, got %s", self().shape());
        double order = p.doubleValue(), most = maxnorm.doubleValue();
        Check.that(order > 0, "renorm: p must be positive, got %s", p);
        Check.that(most >= 0, "renorm: maxnorm must not be negative, got %s", maxnorm);
        Norms.checkDtype("renorm", self());
        int d = self().shape().dim("renorm", dim);
        var dims = IntStream.range(0, self().dim()).filter(i -> i != d).toArray();
        Tensor x = self().unrecorded();
        var norm = Norms.forward(x, order, dims, true);
        var factor = norm.add(1e-7).reciprocal().mul(most).where(norm.gt(most), 1);
        return Op.of("Renorm", x.mul(factor))
                .wrt(self(), dy -> {
                    var length = Norms.vector(self(), order, dims, true);
                    var inverse = length.add(1e-7).reciprocal();
                    var along = self().mul(dy).sum(dim(dims), keepdim(true));
                    var shrunk = dy.sub(inverse.mul(Norms.gradient(along, self(), length, order, dims)));
                    return inverse.mul(shrunk).mul(most).where(length.gt(most), dy);
                })
                .result();
    }
}
