package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.ord;

import flambeau.args.Arg;
import flambeau.args.MatrixNorm;
import flambeau.args.N;
import flambeau.args.Ord;
import flambeau.args.P;
import flambeau.array.DType;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Linear algebra: PyTorch's module {@code torch.linalg}. Matrices are the last two dimensions, those in front are a batch. What
 * factorises takes float32 and float64.
 */
public final class Linalg extends LinalgChains {
    private Linalg() {}

    /**
     * A triangular factor and what went wrong.
     *
     * @param l the factor
     * @param info int32: 0, or the first leading minor, from 1, that is not positive
     */
    public record CholeskyEx(Tensor l, Tensor info) {}

    /**
     * Factors of {@code A = P L U}.
     *
     * @param p a permutation
     * @param l lower triangular, ones on the diagonal
     * @param u upper triangular
     */
    public record LU(Tensor p, Tensor l, Tensor u) {}

    /**
     * Both triangular factors in one matrix.
     *
     * @param lu U on and above the diagonal, L below
     * @param pivots int32: the row, from 1, with which each was exchanged
     */
    public record LUFactor(Tensor lu, Tensor pivots) {}

    /**
     * Both triangular factors in one matrix, and what went wrong.
     *
     * @param lu U on and above the diagonal, L below
     * @param pivots int32: the row, from 1, with which each was exchanged
     * @param info int32: 0, or which element of U's diagonal, from 1, is the first that is 0
     */
    public record LUFactorEx(Tensor lu, Tensor pivots, Tensor info) {}

    /**
     * Factors of {@code A = Q R}.
     *
     * @param q orthonormal columns; empty with {@code mode(R)}
     * @param r upper triangular
     */
    public record QR(Tensor q, Tensor r) {}

    /**
     * Eigenvalues and eigenvectors.
     *
     * @param eigenvalues in ascending order
     * @param eigenvectors as columns
     */
    public record Eigh(Tensor eigenvalues, Tensor eigenvectors) {}

    /**
     * Factors of {@code A = U diag(S) Vh}.
     *
     * @param u the left singular vectors as columns
     * @param s the singular values in descending order
     * @param vh the right singular vectors as rows
     */
    public record SVD(Tensor u, Tensor s, Tensor vh) {}

    /**
     * A solution and what went wrong.
     *
     * @param result the solution
     * @param info int32: 0, or which pivot, from 1, is the first that is 0
     */
    public record SolveEx(Tensor result, Tensor info) {}

    /**
     * An inverse and what went wrong.
     *
     * @param inverse the inverse
     * @param info int32: 0, or which pivot, from 1, is the first that is 0
     */
    public record InvEx(Tensor inverse, Tensor info) {}

    /**
     * A determinant as its sign and the logarithm of its absolute value.
     *
     * @param sign -1, 0 or 1
     * @param logabsdet the logarithm
     */
    public record Slogdet(Tensor sign, Tensor logabsdet) {}

    /**
     * A solution in the sense of least squares.
     *
     * @param solution the solution
     * @param residuals the squared distances from B, one a column; empty where they are not known
     * @param rank of each matrix (int64); empty for the driver GELS
     * @param singularValues for the drivers GELSD and GELSS; else empty
     */
    public record LstsqResult(Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) {}

    /**
     * The norm of vectors: {@code (sum |x|^ord)^(1 / ord)}, the largest for inf, the smallest for -inf, the count of what is not 0 for 0.
     *
     * @param args ord (2), dim (all), keepdim (false), dtype (the tensor's)
     */
    @SafeVarargs
    public static Tensor vectorNorm(Tensor input, Arg<? super LinalgTakes.VectorNorm>... args) {
        double order = given(args, ord(2)).value().doubleValue();
        return Norms.vector("vectorNorm", input, order, given(args, dim()).dims(), args);
    }

    /**
     * The norm of matrices: FRO, the root of the sum of squares; NUC, the sum of singular values; 2 and -2, the largest and smallest of
     * them; 1 and -1, of the columns' sums of absolute values; inf and -inf, of the rows'.
     *
     * @param args ord (FRO), dim (-2, -1), keepdim (false), dtype (the tensor's)
     */
    @SafeVarargs
    public static Tensor matrixNorm(Tensor input, Arg<? super LinalgTakes.Norms>... args) {
        var number = given(args, Ord.class);
        var dims = given(args, dim(-2, -1)).dims();
        if (number != null)
            return Norms.matrix("matrixNorm", input, number.value().doubleValue(), dims, args);
        return Norms.matrix("matrixNorm", input, given(args, MatrixNorm.FRO), dims, args);
    }

    /**
     * A norm of matrices where two dimensions are named, or an order and the tensor is a matrix; else of vectors. Without an order it
     * is the root of the sum of squares.
     *
     * @param args ord (none), dim (all), keepdim (false), dtype (the tensor's)
     */
    @SafeVarargs
    public static Tensor norm(Tensor input, Arg<? super LinalgTakes.Norms>... args) {
        var number = given(args, Ord.class);
        var word = given(args, MatrixNorm.class);
        int[] dims = given(args, dim()).dims();
        if (number == null && word == null) return Norms.vector("norm", input, 2, dims, args);
        Check.that(
                dims.length > 0 && dims.length <= 2 || dims.length == 0 && (input.dim() == 1 || input.dim() == 2),
                "norm: with ord it takes 1 or 2 dimensions, got %s and dim %s",
                input.shape(),
                java.util.Arrays.toString(dims));
        int[] along = dims.length > 0 ? dims : IntStream.range(0, input.dim()).toArray();
        if (along.length == 2)
            return number == null
                    ? Norms.matrix("norm", input, Objects.requireNonNull(word), along, args)
                    : Norms.matrix("norm", input, number.value().doubleValue(), along, args);
        Check.that(
                number != null, "norm: %s is input norm of matrices, got %s", word == null ? "" : word, input.shape());
        return Norms.vector("norm", input, number == null ? 2 : number.value().doubleValue(), along, args);
    }

    /**
     * How much a matrix magnifies errors: its norm times that of its inverse.
     *
     * @param args p (2, by singular values, also for matrices that are not square; or any of {@link #matrixNorm})
     */
    @SafeVarargs
    public static Tensor cond(Tensor input, Arg<? super LinalgTakes.Cond>... args) {
        var p = given(args, P.class);
        var word = given(args, MatrixNorm.class);
        Factors.check("cond", input);
        if (word == null && (p == null || Math.abs(p.value()) == 2)) {
            if (input.count() == 0) return Tensors.filled(Factors.front(input), 0, input.dtype());
            var s = svdvals(input);
            Tensor most = s.narrow(-1, 0, 1), least = s.narrow(-1, s.size(-1) - 1, 1);
            boolean inverse = p != null && p.value() < 0;
            return (inverse ? least.div(most) : most.div(least)).squeeze(-1);
        }
        Factors.checkSquare("cond", input);
        if (input.count() == 0) return Tensors.filled(Factors.front(input), 0, input.dtype());
        Arg<? super LinalgTakes.Norms> order =
                word == null ? new Ord(Objects.requireNonNull(p).value()) : word;
        var y = matrixNorm(input, order).mul(matrixNorm(invEx(input).inverse(), order));
        return y.where(y.isnan().logicalNot(), Double.POSITIVE_INFINITY);
    }

    /**
     * The vectors that stand upright on those of both tensors, along a dimension of size 3; the others broadcast.
     *
     * @param args dim (-1)
     */
    @SafeVarargs
    public static Tensor cross(Tensor input, Tensor other, Arg<? super LinalgTakes.Cross>... args) {
        return input.crossed("cross", other, given(args, dim(-1)).dims()[0]);
    }

    /**
     * The dot products of vectors along a dimension; the others broadcast.
     *
     * @param args dim (-1)
     */
    @SafeVarargs
    public static Tensor vecdot(Tensor x, Tensor y, Arg<? super LinalgTakes.Cross>... args) {
        int along = given(args, dim(-1)).dims()[0];
        checkDtype("vecdot", x, y);
        if (x.dim() == 1 && y.dim() == 1 && x.size(0) == y.size(0)) {
            x.shape().dim("vecdot", along);
            return x.vdot(y);
        }
        return x.mul(y).sum(along);
    }

    /**
     * Matrices of Vandermonde: the powers of the last dimension's elements from 0 to {@code n - 1}, along a new one.
     *
     * @param args n (the size of the last dimension)
     */
    @SafeVarargs
    public static Tensor vander(Tensor x, Arg<? super LinalgTakes.VanderBatch>... args) {
        Check.that(x.dtype() != DType.BOOL, "vander: takes no bool tensor");
        var given = given(args, N.class);
        int n = given != null ? given.value() : x.dim() == 0 ? 1 : x.size(-1);
        Check.that(n > 1, "vander: n must be larger than 1, got %d", n);
        return powers(x.dim() == 0 ? x.unsqueeze(0) : x, n);
    }

    /** Like {@link #vander(Tensor, Arg...)} with {@code n} columns. */
    public static Tensor vander(Tensor x, int n) {
        return vander(x, new N(n));
    }

    /** The powers from 0 to {@code n - 1} along a new dimension. */
    static Tensor powers(Tensor x, int n) {
        var from = x.dtype().isFloatingPoint() ? x : x.to(DType.INT64);
        var power = Tensors.onesLike(from);
        var all = new ArrayList<Tensor>();
        for (int i = 0; i < n; i++) {
            all.add(power.unsqueeze(-1));
            if (i + 1 < n) power = i == 0 ? from : power.mul(from);
        }
        if (n == 0) return from.unsqueeze(-1).narrow(-1, 0, 0);
        return Tensors.cat(all, -1);
    }

    /**
     * A diagonal of matrices, as a view: like {@link Tensor#diagonal(Arg...)}, of the last two dimensions.
     *
     * @param args offset (0): above the main diagonal is positive; dim1 (-2), dim2 (-1)
     */
    @SafeVarargs
    public static Tensor diagonal(Tensor input, Arg<? super Takes.Diagonal>... args) {
        return input.diagonal(
                flambeau.args.Args.given(args, flambeau.args.Args.offset(0)).value(),
                flambeau.args.Args.given(args, flambeau.args.Args.dim1(-2)).value(),
                flambeau.args.Args.given(args, flambeau.args.Args.dim2(-1)).value());
    }
}
