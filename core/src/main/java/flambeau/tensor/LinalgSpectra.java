package flambeau.tensor;

import static flambeau.args.Args.fullMatrices;
import static flambeau.args.Args.given;
import static flambeau.tensor.Triangles.mT;

import flambeau.args.Arg;
import flambeau.args.UPLO;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Eigenvalues and singular values of matrices. Gradients use PyTorch's formulas, written in tensor operations. */
abstract sealed class LinalgSpectra permits LinalgFactors {
    LinalgSpectra() {}

    /** Eigenvalues and eigenvectors of symmetric matrices, of which the lower triangle is read. */
    public static Linalg.Eigh eigh(Tensor input) {
        return eigh(input, UPLO.L);
    }

    /**
     * Eigenvalues and eigenvectors of symmetric matrices.
     *
     * @param uplo which triangle is read
     * @throws IllegalArgumentException if a matrix is not square, or has an element that is not finite
     */
    public static Linalg.Eigh eigh(Tensor input, UPLO uplo) {
        Factors.checkSquare("eigh", input);
        var found = Factors.eigh("eigh", uplo == UPLO.L ? input.unrecorded() : mT(input.unrecorded()), true);
        Tensor w = found[0], v = found[1];
        Op.of("LinalgEigh", w)
                .wrt(input, dw -> v.mul(dw.unsqueeze(-2)).matmul(mT(v)))
                .result();
        Op.of("LinalgEigh", v)
                .wrt(input, dv -> {
                    var inner = mT(v).matmul(dv).div(differences(w)).where(offDiagonal(v), 0);
                    return v.matmul(inner).matmul(mT(v));
                })
                .result();
        return new Linalg.Eigh(w, v);
    }

    /** Elements {@code w[j] - w[i]}, and 1 on the diagonal. */
    private static Tensor differences(Tensor w) {
        return w.unsqueeze(-2).sub(w.unsqueeze(-1)).add(Triangles.identity(w.size(-1), w.size(-1), w.dtype()));
    }

    private static Tensor offDiagonal(Tensor square) {
        return Triangles.identity(square).eq(0);
    }

    /** The eigenvalues of symmetric matrices, of which the lower triangle is read, in ascending order. */
    public static Tensor eigvalsh(Tensor input) {
        return eigvalsh(input, UPLO.L);
    }

    /**
     * The eigenvalues of symmetric matrices in ascending order.
     *
     * @param uplo which triangle is read
     */
    public static Tensor eigvalsh(Tensor input, UPLO uplo) {
        if (GradMode.isEnabled() && input.requiresGrad())
            return eigh(input, uplo).eigenvalues();
        Factors.checkSquare("eigvalsh", input);
        return Factors.eigh("eigvalsh", uplo == UPLO.L ? input.unrecorded() : mT(input.unrecorded()), false)[0];
    }

    /**
     * Singular values and vectors. Gradients of the vectors exist where the values differ, and are those of functions that do not
     * depend on the vectors' signs.
     *
     * @param args fullMatrices (true): whether U and Vh are square
     */
    @SafeVarargs
    public static Linalg.SVD svd(Tensor a, Arg<? super LinalgTakes.Svd>... args) {
        return svd("svd", a, given(args, fullMatrices(true)).value());
    }

    /** Like {@link #svd(Tensor, Arg...)}. */
    public static Linalg.SVD svd(Tensor a, boolean full) {
        return svd("svd", a, full);
    }

    static Linalg.SVD svd(String op, Tensor a, boolean full) {
        Factors.check(op, a);
        var found = Factors.svd(op, a.unrecorded(), full, true);
        Tensor u = Objects.requireNonNull(found.u()), s = found.s(), vh = Objects.requireNonNull(found.vh());
        int k = s.size(-1);
        Op.of("LinalgSvd", u)
                .wrt(a, du -> svdGradient(du.narrow(-1, 0, k), null, u.narrow(-1, 0, k), s, vh.narrow(-2, 0, k)))
                .result();
        Op.of("LinalgSvd", s)
                .wrt(a, ds -> u.narrow(-1, 0, k).mul(ds.unsqueeze(-2)).matmul(vh.narrow(-2, 0, k)))
                .result();
        Op.of("LinalgSvd", vh)
                .wrt(a, dv -> svdGradient(null, dv.narrow(-2, 0, k), u.narrow(-1, 0, k), s, vh.narrow(-2, 0, k)))
                .result();
        return new Linalg.SVD(u, s, vh);
    }

    /** Of the first vectors, one of {@code du} and {@code dvh} being null. */
    private static Tensor svdGradient(@Nullable Tensor du, @Nullable Tensor dvh, Tensor u, Tensor s, Tensor vh) {
        int m = u.size(-2), n = vh.size(-1), k = s.size(-1);
        var distances = differences(s.square());
        if (du != null) {
            var skew = skewed(mT(u).matmul(du)).mul(s.unsqueeze(-2)).div(distances);
            var dx = u.matmul(skew);
            if (m > k) {
                var rest = du.div(s.unsqueeze(-2));
                dx = dx.add(rest).sub(u.matmul(mT(u).matmul(rest)));
            }
            return dx.matmul(vh);
        }
        var dv = mT(Objects.requireNonNull(dvh));
        var skew = skewed(vh.matmul(dv)).mul(s.unsqueeze(-1)).div(distances);
        var dx = skew.matmul(vh);
        if (n > k) {
            var rest = mT(dv).div(s.unsqueeze(-1));
            dx = dx.add(rest).sub(rest.matmul(mT(vh)).matmul(vh));
        }
        return u.matmul(dx);
    }

    private static Tensor skewed(Tensor x) {
        return x.sub(mT(x));
    }

    /** The singular values in descending order. */
    public static Tensor svdvals(Tensor a) {
        if (GradMode.isEnabled() && a.requiresGrad())
            return svd("svdvals", a, false).s();
        Factors.check("svdvals", a);
        return Factors.svd("svdvals", a.unrecorded(), false, false).s();
    }
}
