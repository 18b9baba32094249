package flambeau.tensor;

import static flambeau.args.Args.checkErrors;
import static flambeau.args.Args.given;
import static flambeau.args.Args.pivot;
import static flambeau.args.Args.upper;
import static flambeau.tensor.Triangles.mT;

import flambeau.args.Arg;
import flambeau.args.QRMode;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import org.jspecify.annotations.Nullable;

/** Factorisations of matrices. Gradients use PyTorch's formulas, written in tensor operations. */
abstract sealed class LinalgFactors extends LinalgSpectra permits LinalgSolvers {
    static final String NOT_POSITIVE = "is not positive-definite, as leading minor %d shows";

    LinalgFactors() {}

    /**
     * The lower triangular L of symmetric positive-definite matrices {@code A = L L^T}, or its transpose.
     *
     * @param args upper (false)
     * @throws IllegalArgumentException if a matrix is not positive-definite
     */
    @SafeVarargs
    public static Tensor cholesky(Tensor input, Arg<? super LinalgTakes.Triangle>... args) {
        var y = cholesky(
                "cholesky", "LinalgCholeskyEx", input, given(args, upper(false)).value());
        Factors.checkInfo("cholesky", y.info(), NOT_POSITIVE);
        return y.l();
    }

    /**
     * Like {@link #cholesky}, with a number for what is not positive-definite.
     *
     * @param args upper (false), checkErrors (false)
     */
    @SafeVarargs
    public static Linalg.CholeskyEx choleskyEx(Tensor input, Arg<? super LinalgTakes.CheckedTriangle>... args) {
        var y = cholesky(
                "choleskyEx",
                "LinalgCholeskyEx",
                input,
                given(args, upper(false)).value());
        if (given(args, checkErrors(false)).value()) Factors.checkInfo("choleskyEx", y.info(), NOT_POSITIVE);
        return y;
    }

    static Linalg.CholeskyEx cholesky(String op, String node, Tensor input, boolean up) {
        Factors.checkSquare(op, input);
        var found = Factors.cholesky(up ? mT(input.unrecorded()) : input.unrecorded());
        var y = up ? mT(found.lu()).contiguous() : found.lu();
        var l = Op.of(node, y)
                .wrt(input, dy -> choleskyGradient(up ? mT(dy) : dy, up ? mT(y) : y))
                .result();
        return new Linalg.CholeskyEx(l, found.info());
    }

    private static Tensor choleskyGradient(Tensor dl, Tensor l) {
        var phi = Triangles.mirrored(mT(l).matmul(dl));
        return LinalgSolvers.triangular(mT(l), LinalgSolvers.triangular(l, phi, false, false, false), true, true, false)
                .mul(0.5);
    }

    /**
     * {@code A = P L U} with partial pivoting, both factors in one matrix.
     *
     * @param args pivot (true); false is refused, as PyTorch does on this device
     * @throws IllegalArgumentException if a matrix is singular
     */
    @SafeVarargs
    public static Linalg.LUFactor luFactor(Tensor a, Arg<? super LinalgTakes.Pivoted>... args) {
        var y = factor("luFactor", a, args);
        Factors.checkInfo("luFactor", y.info(), "is singular, element %1$d of U's diagonal is 0");
        return new Linalg.LUFactor(y.lu(), y.pivots());
    }

    /**
     * Like {@link #luFactor}, with a number for what is singular.
     *
     * @param args pivot (true), checkErrors (false)
     */
    @SafeVarargs
    public static Linalg.LUFactorEx luFactorEx(Tensor a, Arg<? super LinalgTakes.CheckedPivoted>... args) {
        var y = factor("luFactorEx", a, args);
        if (given(args, checkErrors(false)).value())
            Factors.checkInfo("luFactorEx", y.info(), "is singular, element %1$d of U's diagonal is 0");
        return y;
    }

    private static Linalg.LUFactorEx factor(String op, Tensor a, Arg<?>[] args) {
        checkPivot(op, a, args);
        var found = Factors.lu(a.unrecorded());
        int k = Math.min(a.size(-2), a.size(-1));
        var y = Op.of("LinalgLuFactorEx", found.lu())
                .wrt(a, dy -> {
                    var dl = Triangles.lower(dy.narrow(-1, 0, k), -1);
                    var du = Triangles.upper(dy.narrow(-2, 0, k), 0);
                    var lu = found.lu();
                    return luGradient(dl, du, permutation(found, a), unitLower(lu), upperPart(lu));
                })
                .result();
        return new Linalg.LUFactorEx(y, found.pivots(), found.info());
    }

    private static void checkPivot(String op, Tensor a, Arg<?>[] args) {
        Factors.check(op, a);
        Check.that(given(args, pivot(true)).value(), "%s: without pivoting it is not implemented on the CPU", op);
    }

    private static Tensor unitLower(Tensor lu) {
        int m = lu.size(-2), k = Math.min(m, lu.size(-1));
        return Triangles.lower(lu.narrow(-1, 0, k), -1).add(Triangles.identity(m, k, lu.dtype()));
    }

    private static Tensor upperPart(Tensor lu) {
        return Triangles.upper(lu.narrow(-2, 0, Math.min(lu.size(-2), lu.size(-1))), 0);
    }

    private static Tensor permutation(Factors.Lu found, Tensor a) {
        var order = Factors.order(found.pivots(), a.size(-2));
        return order.unsqueeze(-2).eq(Tensors.arange(a.size(-2)).unsqueeze(-1)).to(a.dtype());
    }

    /**
     * {@code A = P L U} with partial pivoting.
     *
     * @param args pivot (true); false is refused, as PyTorch does on this device
     */
    @SafeVarargs
    public static Linalg.LU lu(Tensor a, Arg<? super LinalgTakes.Pivoted>... args) {
        checkPivot("lu", a, args);
        var found = Factors.lu(a.unrecorded());
        Tensor p = permutation(found, a), l = unitLower(found.lu()), u = upperPart(found.lu());
        Op.of("LinalgLu", l)
                .wrt(a, dy -> luGradient(Triangles.lower(dy, -1), null, p, l, u))
                .result();
        Op.of("LinalgLu", u)
                .wrt(a, dy -> luGradient(null, Triangles.upper(dy, 0), p, l, u))
                .result();
        return new Linalg.LU(p, l, u);
    }

    /** What lies beside the square part gives its gradient to L or U first. */
    private static Tensor luGradient(@Nullable Tensor dl, @Nullable Tensor du, Tensor p, Tensor l, Tensor u) {
        int m = l.size(-2), n = u.size(-1), k = l.size(-1);
        Tensor gl = dl == null ? Tensors.zerosLike(l) : dl, gu = du == null ? Tensors.zerosLike(u) : du;
        if (m == n) return p.matmul(luSquare(gl, gu, l, u));
        if (m < n) {
            Tensor u1 = u.narrow(-1, 0, k), u2 = u.narrow(-1, k, n - k);
            var b2 = LinalgSolvers.triangular(mT(l), gu.narrow(-1, k, n - k), true, true, true);
            var b1 = luSquare(gl.sub(Triangles.lower(b2.matmul(mT(u2)), -1)), gu.narrow(-1, 0, k), l, u1);
            return p.matmul(Tensors.cat(java.util.List.of(b1, b2), -1));
        }
        Tensor l1 = l.narrow(-2, 0, k), l2 = l.narrow(-2, k, m - k);
        var b2 = LinalgSolvers.triangular(mT(u), gl.narrow(-2, k, m - k), false, false, false);
        var b1 = luSquare(gl.narrow(-2, 0, k), gu.sub(Triangles.upper(mT(l2).matmul(b2), 0)), l1, u);
        return p.matmul(Tensors.cat(java.util.List.of(b1, b2), -2));
    }

    private static Tensor luSquare(Tensor dl, Tensor du, Tensor l, Tensor u) {
        var phi = Triangles.lower(mT(l).matmul(dl), -1).add(Triangles.upper(du.matmul(mT(u)), 0));
        var right = LinalgSolvers.triangular(mT(u), phi, false, false, false);
        return LinalgSolvers.triangular(mT(l), right, true, true, true);
    }

    /**
     * {@code A = Q R} with orthonormal columns of Q and an upper triangular R.
     *
     * @param args mode (REDUCED; COMPLETE for a square Q; R for no Q)
     */
    @SafeVarargs
    public static Linalg.QR qr(Tensor a, Arg<? super LinalgTakes.Qr>... args) {
        return qr("qr", a, given(args, QRMode.REDUCED));
    }

    static Linalg.QR qr(String op, Tensor a, QRMode mode) {
        Factors.check(op, a);
        int m = a.size(-2), n = a.size(-1), k = Math.min(m, n);
        var found = Factors.qr(a.unrecorded(), mode != QRMode.R, mode == QRMode.COMPLETE ? m : k);
        Tensor r = found[0], q = mode == QRMode.R ? Tensors.filled(Shape.of(0), 0, a.dtype()) : found[1];
        boolean smooth = mode == QRMode.REDUCED || mode == QRMode.COMPLETE && m <= n;
        Op.of("LinalgQr", q)
                .wrt(a, dq -> qrGradient(smooth, dq, Tensors.zerosLike(r), q, r))
                .result();
        Op.of("LinalgQr", r)
                .wrt(a, dr -> qrGradient(smooth, Tensors.zerosLike(q), dr, q, r))
                .result();
        return new Linalg.QR(q, r);
    }

    private static Tensor qrGradient(boolean smooth, Tensor dq, Tensor dr, Tensor q, Tensor r) {
        Check.that(
                smooth,
                "qr: with mode COMPLETE (and more rows than columns) or R there is no gradient; use mode REDUCED");
        int k = r.size(-2), n = r.size(-1);
        if (k == n) return qrTall(dq, dr, q, r);
        Tensor v = r.narrow(-1, k, n - k), dv = dr.narrow(-1, k, n - k);
        var more = dq.add(q.matmul(v).matmul(mT(dv)));
        var dx = qrTall(more, dr.narrow(-1, 0, k), q, r.narrow(-1, 0, k));
        return Tensors.cat(java.util.List.of(dx, q.matmul(dv)), -1);
    }

    private static Tensor qrTall(Tensor dq, Tensor dr, Tensor q, Tensor r) {
        var m = r.matmul(mT(dr)).sub(mT(dq).matmul(q));
        return LinalgSolvers.triangular(mT(r), dq.add(q.matmul(Triangles.mirrored(m))), false, false, false);
    }
}
