package flambeau.tensor;

import static flambeau.args.Args.checkErrors;
import static flambeau.args.Args.given;
import static flambeau.args.Args.left;
import static flambeau.args.Args.unitriangular;
import static flambeau.tensor.Triangles.mT;

import flambeau.args.Arg;
import flambeau.args.Upper;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;

/** Systems of linear equations, inverses and determinants. */
abstract sealed class LinalgSolvers extends LinalgFactors permits LinalgInverses {
    static final String SINGULAR = "is singular, pivot %1$d is 0";

    LinalgSolvers() {}

    /**
     * X with {@code A X = B}; b is a batch of matrices, or of vectors if it has the shape of A without its last dimension.
     *
     * @param args left (true); false: X with {@code X A = B}
     * @throws IllegalArgumentException if a matrix is singular
     */
    @SafeVarargs
    public static Tensor solve(Tensor a, Tensor b, Arg<? super LinalgTakes.Sided>... args) {
        var y = solve("solve", a, b, given(args, left(true)).value());
        Factors.checkInfo("solve", y.info(), SINGULAR);
        return y.result();
    }

    /**
     * Like {@link #solve}, with a number for what is singular.
     *
     * @param args left (true), checkErrors (false)
     */
    @SafeVarargs
    public static Linalg.SolveEx solveEx(Tensor a, Tensor b, Arg<? super LinalgTakes.CheckedSided>... args) {
        var y = solve("solveEx", a, b, given(args, left(true)).value());
        if (given(args, checkErrors(false)).value()) Factors.checkInfo("solveEx", y.info(), SINGULAR);
        return y;
    }

    private static Linalg.SolveEx solve(String op, Tensor a, Tensor b, boolean onLeft) {
        Factors.checkSquare(op, a);
        checkDtype(op, a, b);
        Check.that(b.dim() > 0, "%s: B needs at least 1 dimension", op);
        boolean vector = isVector(a, b);
        Check.that(onLeft || !vector, "%s: with left(false) B must be matrices, got %s", op, b.shape());
        Tensor right = vector ? b.unsqueeze(-1) : b;
        checkSides(op, a, right, onLeft);
        var front = Shape.broadcast(op, Factors.front(a), Factors.front(right));
        var found = Factors.lu(a.unrecorded());
        var lu = new Factors.Lu(
                found.lu().expand(Factors.join(front, a.size(-2), a.size(-1))),
                found.pivots().expand(Factors.join(front, a.size(-1))),
                found.info());
        var wide = Factors.join(front, right.size(-2), right.size(-1));
        var matrix = right.unrecorded().expand(wide);
        var x = onLeft
                ? Factors.luSolve(lu, matrix, false)
                : mT(Factors.luSolve(lu, mT(matrix), true)).contiguous();
        var result = vector ? new Tensor(x.raw().as(x.raw().layout().select(x.dim() - 1, 0))) : x;
        Op.of("LinalgSolveEx", result)
                .wrt(a, dy -> {
                    Tensor db = solveGradient(a, lu, dy, vector, onLeft), y = vector ? result.unsqueeze(-1) : result;
                    var g = vector ? db.unsqueeze(-1) : db;
                    return (onLeft ? g.matmul(mT(y)) : mT(y).matmul(g)).neg();
                })
                .wrt(b, dy -> solveGradient(a, lu, dy, vector, onLeft))
                .result();
        return new Linalg.SolveEx(result, found.info());
    }

    private static Tensor solveGradient(Tensor a, Factors.Lu lu, Tensor dy, boolean vector, boolean onLeft) {
        if (GradMode.isEnabled()) { // to be differentiated in turn
            if (!vector) return solve("solve", mT(a), dy, onLeft).result();
            return solve("solve", mT(a), dy.unsqueeze(-1), onLeft).result().squeeze(-1);
        }
        var g = vector ? dy.unsqueeze(-1) : dy;
        var x = onLeft ? Factors.luSolve(lu, g, true) : mT(Factors.luSolve(lu, mT(g), false));
        return vector ? x.squeeze(-1) : x;
    }

    static boolean isVector(Tensor a, Tensor b) {
        return b.dim() == 1
                || b.dim() == a.dim() - 1 && b.shape().equals(a.shape().without(a.dim() - 1));
    }

    static void checkDtype(String op, Tensor a, Tensor b) {
        Check.that(a.dtype() == b.dtype(), "%s: both must have one dtype, got %s and %s", op, a.dtype(), b.dtype());
    }

    private static void checkSides(String op, Tensor a, Tensor b, boolean onLeft) {
        Check.that(b.dim() >= 2, "%s: B needs at least 2 dimensions, got %s", op, b.shape());
        int n = onLeft ? b.size(-2) : b.size(-1);
        Check.that(n == a.size(-1), "%s: %s and %s do not agree: %d != %d", op, a.shape(), b.shape(), a.size(-1), n);
    }

    /**
     * X with {@code A X = B} for triangular A, of which only that triangle is read.
     *
     * @param args upper (must be given), left (true; false: {@code X A = B}), unitriangular (false)
     */
    @SafeVarargs
    public static Tensor solveTriangular(Tensor input, Tensor b, Arg<? super LinalgTakes.Triangular>... args) {
        var up = given(args, Upper.class);
        Check.that(up != null, "solveTriangular: upper must be given");
        return solveTriangular(input, b, up != null && up.value(), args);
    }

    /**
     * Like {@link #solveTriangular(Tensor, Tensor, Arg...)}.
     *
     * @param up whether the triangle is the upper one
     */
    @SafeVarargs
    public static Tensor solveTriangular(
            Tensor input, Tensor b, boolean up, Arg<? super LinalgTakes.Triangular>... args) {
        boolean onLeft = given(args, left(true)).value();
        Factors.checkSquare("solveTriangular", input);
        checkDtype("solveTriangular", input, b);
        checkSides("solveTriangular", input, b, onLeft);
        return triangular(
                input, b, up, onLeft, given(args, unitriangular(false)).value());
    }

    /** X with {@code A X = B} or, with {@code onLeft} false, {@code X A = B}; batches broadcast. */
    static Tensor triangular(Tensor a, Tensor b, boolean up, boolean onLeft, boolean unit) {
        var front = Shape.broadcast("solveTriangular", Factors.front(a), Factors.front(b));
        var matrix = a.unrecorded().expand(Factors.join(front, a.size(-2), a.size(-1)));
        var right = b.unrecorded().expand(Factors.join(front, b.size(-2), b.size(-1)));
        var x = onLeft
                ? Factors.triangular(matrix, up, unit, right)
                : mT(Factors.triangular(mT(matrix), !up, unit, mT(right))).contiguous();
        return Op.of("LinalgSolveTriangular", x)
                .wrt(a, dy -> {
                    var db = triangular(mT(a), dy, !up, onLeft, unit);
                    var da = (onLeft ? db.matmul(mT(x)) : mT(x).matmul(db)).neg();
                    return up ? Triangles.upper(da, unit ? 1 : 0) : Triangles.lower(da, unit ? -1 : 0);
                })
                .wrt(b, dy -> triangular(mT(a), dy, !up, onLeft, unit))
                .result();
    }

    /**
     * The inverse.
     *
     * @throws IllegalArgumentException if a matrix is singular
     */
    public static Tensor inv(Tensor a) {
        var y = inverse("inv", a);
        Factors.checkInfo("inv", y.info(), SINGULAR);
        return y.inverse();
    }

    /**
     * The inverse, with a number for what is singular.
     *
     * @param args checkErrors (false)
     */
    @SafeVarargs
    public static Linalg.InvEx invEx(Tensor a, Arg<? super LinalgTakes.Checked>... args) {
        var y = inverse("invEx", a);
        if (given(args, checkErrors(false)).value()) Factors.checkInfo("invEx", y.info(), SINGULAR);
        return y;
    }

    private static Linalg.InvEx inverse(String op, Tensor a) {
        Factors.checkSquare(op, a);
        var lu = Factors.lu(a.unrecorded());
        var x = Factors.luSolve(lu, Triangles.identity(a).expand(a.shape()), false);
        var y = Op.of("LinalgInvEx", x)
                .wrt(a, dy -> mT(x).matmul(dy.matmul(mT(x))).neg())
                .result();
        return new Linalg.InvEx(y, lu.info());
    }

    /** The determinants; that of a matrix without elements is 1. */
    public static Tensor det(Tensor a) {
        Factors.checkSquare("det", a);
        var lu = Factors.lu(a.unrecorded());
        var y = Determinants.product(lu);
        return Op.of("LinalgDet", y)
                .wrt(a, dy -> Determinants.gradient(a, y, lu, dy))
                .result();
    }

    /** The signs of the determinants and the logarithms of their absolute values, which do not overflow. */
    public static Linalg.Slogdet slogdet(Tensor a) {
        Factors.checkSquare("slogdet", a);
        var lu = Factors.lu(a.unrecorded());
        var found = Determinants.logarithm(lu);
        Tensor sign = found[0], log = found[1];
        Op.of("LinalgSlogdet", sign).wrt(a, _ -> null).result();
        Op.of("LinalgSlogdet", log)
                .wrt(a, dy -> {
                    var scaled = Triangles.identity(a).mul(dy.unsqueeze(-1).unsqueeze(-1));
                    if (GradMode.isEnabled())
                        return solve("slogdet", mT(a), scaled, true).result();
                    return Factors.luSolve(lu, scaled, true);
                })
                .result();
        return new Linalg.Slogdet(sign, log);
    }
}
