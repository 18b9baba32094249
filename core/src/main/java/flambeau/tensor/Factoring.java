package flambeau.tensor;

import static flambeau.args.Args.computeUv;
import static flambeau.args.Args.given;
import static flambeau.args.Args.rcond;
import static flambeau.args.Args.some;
import static flambeau.args.Args.upper;

import flambeau.args.Arg;
import flambeau.args.QRMode;
import flambeau.args.Rtol;
import flambeau.autograd.Op;

/** Factorisations of matrices, and what they solve: PyTorch's older names beside {@link Linalg}. */
abstract sealed class Factoring extends Distances permits Normalizing {
    Factoring() {}

    /**
     * Factors of {@code U diag(S) V^T}.
     *
     * @param u the left singular vectors as columns
     * @param s the singular values in descending order
     * @param v the right singular vectors as columns
     */
    public record SVD(Tensor u, Tensor s, Tensor v) {}

    /**
     * Like {@link Linalg#cholesky}.
     *
     * @param args upper (false)
     */
    @SafeVarargs
    public final Tensor cholesky(Arg<? super LinalgTakes.Triangle>... args) {
        var y = LinalgFactors.cholesky(
                "cholesky", "Cholesky", self(), given(args, upper(false)).value());
        Factors.checkInfo("cholesky", y.info(), LinalgFactors.NOT_POSITIVE);
        return y.l();
    }

    /**
     * The inverse of {@code A}, of which this is the triangular factor.
     *
     * @param args upper (false)
     */
    @SafeVarargs
    public final Tensor choleskyInverse(Arg<? super LinalgTakes.Triangle>... args) {
        Factors.checkSquare("choleskyInverse", self());
        boolean up = given(args, upper(false)).value();
        var one = Triangles.identity(self()).expand(self().shape());
        var y = twice(self().unrecorded(), one, up);
        return Op.of("CholeskyInverse", y)
                .wrt(self(), dy -> {
                    var common = y.matmul(dy.add(Triangles.mT(dy))).matmul(y).neg();
                    return up ? self().matmul(common) : common.matmul(self());
                })
                .result();
    }

    /**
     * X with {@code A X = this}, given the triangular factor of A.
     *
     * @param args upper (false)
     */
    @SafeVarargs
    public final Tensor choleskySolve(Tensor input2, Arg<? super LinalgTakes.Triangle>... args) {
        Tensor b = self(), l = input2;
        Factors.checkSquare("choleskySolve", l);
        LinalgSolvers.checkDtype("choleskySolve", b, l);
        Check.that(
                b.dim() >= 2 && b.size(-2) == l.size(-1),
                "choleskySolve: %s and %s do not agree in rows",
                b.shape(),
                l.shape());
        boolean up = given(args, upper(false)).value();
        var y = twice(l.unrecorded(), b.unrecorded(), up);
        return Op.of("CholeskySolve", y)
                .wrt(b, dy -> twice(l, dy, up))
                .wrt(l, dy -> {
                    var common = twice(l, dy, up).matmul(Triangles.mT(y));
                    var both = common.add(Triangles.mT(common));
                    return (up ? l.matmul(both) : both.matmul(l)).neg();
                })
                .result();
    }

    /** X with {@code L L^T X = B}. */
    private static Tensor twice(Tensor l, Tensor b, boolean up) {
        var lower = up ? Triangles.mT(l) : l;
        var inner = LinalgSolvers.triangular(lower, b, false, true, false);
        return LinalgSolvers.triangular(Triangles.mT(lower), inner, true, true, false);
    }

    /** Like {@link Linalg#det}. */
    public Tensor det() {
        return Linalg.det(self());
    }

    /** The logarithm of the determinant; NaN where that is negative. */
    public Tensor logdet() {
        var found = Linalg.slogdet(self());
        return found.logabsdet().where(found.sign().ne(-1), Double.NaN);
    }

    /** Like {@link Linalg#slogdet}. */
    public Linalg.Slogdet slogdet() {
        return Linalg.slogdet(self());
    }

    /** Like {@link Linalg#inv}. */
    public Tensor inverse() {
        return Linalg.inv(self());
    }

    /** Like {@link Linalg#matrixPower}. */
    public Tensor matrixPower(int n) {
        return Linalg.matrixPower(self(), n);
    }

    /** The exponential of matrices: {@code 1 + A + A A / 2 + ..}. */
    public Tensor matrixExp() {
        return LinalgChains.matrixExp(self());
    }

    /**
     * Like {@link Linalg#pinv}.
     *
     * @param args rcond (1e-15), relative to the largest singular value
     */
    @SafeVarargs
    public final Tensor pinverse(Arg<? super LinalgTakes.Pseudo>... args) {
        var least = new Rtol(given(args, rcond(1e-15)).value(), null);
        return LinalgInverses.pinv("pinverse", self(), false, null, least);
    }

    /**
     * Like {@link Linalg#qr}.
     *
     * @param args some (true); false for a square Q
     */
    @SafeVarargs
    public final Linalg.QR qr(Arg<? super LinalgTakes.QrSome>... args) {
        boolean some = given(args, some(true)).value();
        return LinalgFactors.qr("qr", self(), some ? QRMode.REDUCED : QRMode.COMPLETE);
    }

    /**
     * Like {@link Linalg#svd}, but with V and not its transpose.
     *
     * @param args some (true): no more vectors than singular values; computeUv (true); false fills u and v with zeros
     */
    @SafeVarargs
    public final SVD svd(Arg<? super LinalgTakes.SvdSome>... args) {
        if (given(args, computeUv(true)).value()) {
            var found =
                    LinalgFactors.svd("svd", self(), !given(args, some(true)).value());
            return new SVD(found.u(), found.s(), Triangles.mT(found.vh()));
        }
        var s = Linalg.svdvals(self());
        int m = self().size(-2), n = self().size(-1);
        var front = Factors.front(self());
        return new SVD(
                Tensors.filled(Factors.join(front, m, m), 0, self().dtype()),
                s,
                Tensors.filled(Factors.join(front, n, n), 0, self().dtype()));
    }
}
