package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.driver;
import static flambeau.args.Args.given;
import static flambeau.args.Args.hermitian;
import static flambeau.args.Args.keepdim;
import static flambeau.tensor.Triangles.mT;

import flambeau.args.Arg;
import flambeau.args.Atol;
import flambeau.args.LstsqDriver;
import flambeau.args.Rcond;
import flambeau.args.Rtol;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What replaces an inverse where a matrix has none: pseudoinverses and least squares. */
abstract sealed class LinalgInverses extends LinalgSolvers permits LinalgChains {
    LinalgInverses() {}

    /**
     * The pseudoinverse of Moore and Penrose. Singular values count that are larger than {@code max(atol, rtol * the largest)}.
     *
     * @param args atol (0), rtol (max(m, n) times the dtype's epsilon; 0 if atol is given), hermitian (false)
     */
    @SafeVarargs
    public static Tensor pinv(Tensor input, Arg<? super LinalgTakes.Rank>... args) {
        return pinv(
                "pinv", input, given(args, hermitian(false)).value(), given(args, Atol.class), given(args, Rtol.class));
    }

    static Tensor pinv(String op, Tensor input, boolean hermitian, @Nullable Atol atol, @Nullable Rtol rtol) {
        Factors.check(op, input);
        Check.that(
                !hermitian || input.size(-1) == input.size(-2),
                "%s: takes square matrices where hermitian, got %s",
                op,
                input.shape());
        var x = input.unrecorded();
        Tensor y;
        if (input.count() == 0) {
            y = Tensors.filled(mT(input).shape(), 0, input.dtype());
        } else if (hermitian) {
            var found = Factors.eigh(op, x, true);
            var inverse = found[0].reciprocal().where(counts(found[0].abs(), input, atol, rtol), 0);
            y = found[1].mul(inverse.unsqueeze(-2)).matmul(mT(found[1]));
        } else {
            var found = Factors.svd(op, x, false, true);
            var inverse = found.s().reciprocal().where(counts(found.s(), input, atol, rtol), 0);
            y = mT(Objects.requireNonNull(found.vh()))
                    .mul(inverse.unsqueeze(-2))
                    .matmul(mT(Objects.requireNonNull(found.u())));
        }
        return Op.of("LinalgPinv", y)
                .wrt(input, dy -> pinvGradient(dy, y, input))
                .result();
    }

    /** Which of the values, not negative, are not as good as 0. */
    static Tensor counts(Tensor values, Tensor a, @Nullable Atol atol, @Nullable Rtol rtol) {
        double eps = a.dtype() == DType.FLOAT64 ? 0x1p-52 : 0x1p-23;
        double byDefault = atol == null ? eps * Math.max(a.size(-1), a.size(-2)) : 0;
        var largest = values.amax(dim(-1), keepdim(true));
        Tensor relative = rtol == null ? null : (Tensor) rtol.tensor(),
                absolute = atol == null ? null : (Tensor) atol.tensor();
        var least = relative == null
                ? largest.mul(rtol == null ? byDefault : rtol.value())
                : largest.mul(relative.unsqueeze(-1));
        if (absolute != null) least = least.maximum(absolute.to(least.dtype()).unsqueeze(-1));
        else if (atol != null) least = least.clampMin(atol.value());
        return values.gt(least);
    }

    private static Tensor pinvGradient(Tensor dy, Tensor y, Tensor a) {
        Tensor g = mT(dy), yT = mT(y);
        if (a.size(-2) <= a.size(-1)) {
            Tensor k = g.matmul(y), ky = k.matmul(yT);
            return mT(y.matmul(k))
                    .neg()
                    .add(ky)
                    .sub(a.matmul(y).matmul(ky))
                    .add(yT.matmul(y).matmul(g.sub(k.matmul(a))));
        }
        Tensor k = y.matmul(g), yk = yT.matmul(k);
        return mT(k.matmul(y))
                .neg()
                .add(g.sub(a.matmul(k)).matmul(y).matmul(yT))
                .add(yk)
                .sub(yk.matmul(y).matmul(a));
    }

    /**
     * The ranks: how many singular values count, see {@link #pinv}.
     *
     * @param args atol (0), rtol (max(m, n) times the dtype's epsilon; 0 if atol is given), hermitian (false)
     */
    @SafeVarargs
    public static Tensor matrixRank(Tensor input, Arg<? super LinalgTakes.Rank>... args) {
        boolean hermitian = given(args, hermitian(false)).value();
        Factors.check("matrixRank", input);
        if (hermitian) Factors.checkSquare("matrixRank", input);
        if (input.count() == 0) return Tensors.filled(Factors.front(input), 0, DType.INT64);
        var x = input.unrecorded();
        var values = hermitian
                ? Factors.eigh("matrixRank", x, false)[0].abs()
                : Factors.svd("matrixRank", x, false, false).s();
        return counts(values, input, given(args, Atol.class), given(args, Rtol.class))
                .sum(-1);
    }

    /**
     * X with the least {@code |A X - B|}, and among those the least; b is a batch of matrices, or of vectors if it has the shape of A
     * without its last dimension.
     *
     * @param args rcond, what singular values relative to the largest count as 0 (max(m, n) times the dtype's epsilon); driver (GELSY)
     */
    @SafeVarargs
    public static Linalg.LstsqResult lstsq(Tensor input, Tensor b, Arg<? super LinalgTakes.Lstsq>... args) {
        Factors.check("lstsq", input);
        checkDtype("lstsq", input, b);
        Check.that(b.dim() > 0, "lstsq: B needs at least 1 dimension");
        boolean vector = isVector(input, b);
        var right = vector ? b.unsqueeze(-1) : b;
        int m = input.size(-2), n = input.size(-1);
        Check.that(
                right.dim() >= 2 && right.size(-2) == m,
                "lstsq: %s and %s do not agree in rows",
                input.shape(),
                b.shape());
        var how = given(args, driver(LstsqDriver.GELSY));
        var front = Shape.broadcast("lstsq", Factors.front(input), Factors.front(right));
        var rcond = given(args, Rcond.class);
        return solved(
                input.expand(Factors.join(front, m, n)),
                right.expand(Factors.join(front, m, right.size(-1))),
                vector,
                how,
                rcond == null ? null : new Rtol(rcond.value(), null));
    }

    private static Linalg.LstsqResult solved(
            Tensor a, Tensor b, boolean vector, LstsqDriver how, @Nullable Rtol rcond) {
        int m = a.size(-2), n = a.size(-1);
        Tensor matrix = a.unrecorded(), right = b.unrecorded();
        var none = Tensors.filled(Shape.of(0), 0, a.dtype());
        Tensor x,
                rank = Tensors.filled(Shape.of(0), 0, DType.INT64),
                values = Tensors.filled(Shape.of(0), 0, a.dtype());
        if (how == LstsqDriver.GELS) {
            x = byQr(matrix, right);
        } else if (matrix.count() == 0) {
            x = Tensors.filled(Factors.join(Factors.front(a), n, b.size(-1)), 0, a.dtype());
            rank = Tensors.filled(Factors.front(a), 0, DType.INT64);
        } else {
            var found = Factors.svd("lstsq", matrix, false, true);
            var counts = counts(found.s(), a, null, rcond);
            var inverse = found.s().reciprocal().where(counts, 0);
            x = mT(Objects.requireNonNull(found.vh()))
                    .matmul(mT(Objects.requireNonNull(found.u())).matmul(right).mul(inverse.unsqueeze(-1)));
            rank = counts.sum(-1);
            if (how != LstsqDriver.GELSY) values = found.s();
        }
        boolean full = how == LstsqDriver.GELS
                || how != LstsqDriver.GELSY && rank.eq(n).all().isTrue();
        var solution = vector ? new Tensor(x.raw().as(x.raw().layout().select(x.dim() - 1, 0))) : x;
        Op.of("LinalgLstsq", solution)
                .wrt(a, dy -> {
                    var dx = vector ? dy.unsqueeze(-1) : dy;
                    var pseudo = pinv("lstsq", a, false, null, null);
                    return pinvGradient(dx.matmul(mT(b)), pseudo, a);
                })
                .wrt(b, dy -> mT(pinv("lstsq", a, false, null, null)).matmul(vector ? dy.unsqueeze(-1) : dy))
                .result();
        if (!full || m <= n) {
            Op.of("LinalgLstsq", none).wrt(a, _ -> null).wrt(b, _ -> null).result();
            return new Linalg.LstsqResult(solution, none, rank, values);
        }
        var difference =
                right.to(DType.FLOAT64).sub(matrix.to(DType.FLOAT64).matmul(x.to(DType.FLOAT64))); // it cancels
        var residuals = difference.square().sum(-2).to(right.dtype());
        Op.of("LinalgLstsq", residuals)
                .wrt(a, dy -> {
                    var y = vector ? solution.unsqueeze(-1) : solution;
                    return b.sub(a.matmul(y)).mul(dy.unsqueeze(-2).mul(-2)).matmul(mT(y));
                })
                .wrt(b, dy -> {
                    var y = vector ? solution.unsqueeze(-1) : solution;
                    return b.sub(a.matmul(y)).mul(dy.unsqueeze(-2).mul(2));
                })
                .result();
        return new Linalg.LstsqResult(solution, residuals, rank, values);
    }

    /** For full rank. */
    private static Tensor byQr(Tensor a, Tensor b) {
        boolean tall = a.size(-2) >= a.size(-1);
        var found = Factors.qr(tall ? a : mT(a), true, Math.min(a.size(-2), a.size(-1)));
        Tensor r = found[0], q = found[1];
        if (tall) return Factors.triangular(r, true, false, mT(q).matmul(b));
        return q.matmul(Factors.triangular(mT(r), false, false, b));
    }
}
