package flambeau.tensor;

import static flambeau.args.Args.driver;
import static flambeau.args.Args.hermitian;
import static flambeau.args.Args.ind;
import static flambeau.args.Args.left;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.rtol;
import static flambeau.args.Args.unitriangular;
import static flambeau.args.Args.upper;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.within;

import flambeau.args.LstsqDriver;
import flambeau.args.QRMode;
import flambeau.args.UPLO;
import java.util.List;
import java.util.stream.Stream;

/** Factorisations and what they solve. Where factors are not unique, a product of them is compared. */
final class FactoringRows {
    private FactoringRows() {}

    static List<Row> rows() {
        return Stream.of(triangular(), orthogonal(), spectral(), solvers(), inverses())
                .flatMap(List::stream)
                .toList();
    }

    /** {@code a a^T + 1}, positive-definite. */
    private static Tensor positive(Tensor a) {
        return a.matmul(a.transpose(-2, -1)).add(Tensors.eye(a.size(-2)).to(a.dtype()));
    }

    /** {@code a + 3}, far from singular. */
    private static Tensor regular(Tensor a) {
        return a.add(Tensors.eye(a.size(-2)).to(a.dtype()).mul(3));
    }

    private static Tensor symmetric(Tensor a) {
        return a.add(a.transpose(-2, -1));
    }

    private static List<Row> triangular() {
        return List.of(
                one("torch.linalg.cholesky(a @ a.mT + torch.eye(3).to(a))", a -> Linalg.cholesky(positive(a)))
                        .on(f(2, 3, 3)),
                one("torch.linalg.cholesky(a, upper=True)", a -> Linalg.cholesky(a, upper(true)))
                        .on(within(1, 2, 1, 1))
                        .empty(f(0, 0))
                        .refuses("cholesky: takes square matrices, got [2, 3]", f(2, 3))
                        .refuses("cholesky: the dtype must be float32 or float64, got torch.int64", index(3, 2, 2))
                        .refuses(
                                "cholesky: matrix 0 of the batch is not positive-definite, as leading minor 1 shows",
                                within(-2, -1, 2, 1, 1)),
                one(
                                "(a @ a.mT + torch.eye(3).to(a)).cholesky(upper=True)",
                                a -> positive(a).cholesky(upper(true)))
                        .on(f(3, 3)),
                one("torch.cholesky_inverse(a)", a -> a.choleskyInverse())
                        .on(within(1, 2, 2, 2))
                        .kink(),
                one("torch.cholesky_inverse(a, upper=True)", a -> a.choleskyInverse(upper(true)))
                        .on(within(1, 2, 2, 2))
                        .kink(),
                two("torch.cholesky_solve(a, b)", (a, b) -> a.choleskySolve(b))
                        .on(f(2, 3), within(1, 2, 2, 2))
                        .kink(),
                one("torch.linalg.lu_factor(a)[0]", a -> Linalg.luFactor(a).lu())
                        .on(f(2, 3, 3))
                        .empty(f(0, 3, 3))
                        .empty(f(0, 0)),
                one("torch.linalg.lu_factor(a)[0]", a -> Linalg.luFactor(a).lu())
                        .on(f(4, 3)),
                one("torch.linalg.lu_factor(a)[0]", a -> Linalg.luFactor(a).lu())
                        .on(f(3, 4)),
                one("torch.linalg.lu_factor(a)[1]", a -> Linalg.luFactor(a).pivots())
                        .on(f(4, 3))
                        .flat(),
                one(
                                "torch.linalg.lu_factor_ex(a * 0)[2]",
                                a -> Linalg.luFactorEx(a.mul(0)).info())
                        .on(f(3, 3))
                        .flat(),
                one("torch.linalg.lu(a)[0]", a -> Linalg.lu(a).p())
                        .on(f(2, 3, 2))
                        .flat(),
                one("torch.linalg.lu(a)[1]", a -> Linalg.lu(a).l()).on(f(2, 4, 2)),
                one("torch.linalg.lu(a)[2]", a -> Linalg.lu(a).u()).on(f(2, 2, 4)),
                two(
                                "torch.linalg.solve_triangular(a, b, upper=True)",
                                (a, b) -> Linalg.solveTriangular(a, b, upper(true)))
                        .on(within(1, 2, 3, 3), f(2, 3, 2))
                        .empty(f(3, 3), f(3, 0))
                        .empty(f(0, 0), f(0, 2))
                        .refuses("solveTriangular: [3, 3] and [2, 2] do not agree: 3 != 2", f(3, 3), f(2, 2)),
                two(
                                "torch.linalg.solve_triangular(a, b, upper=False, left=False, unitriangular=True)",
                                (a, b) -> Linalg.solveTriangular(a, b, upper(false), left(false), unitriangular(true)))
                        .on(f(3, 3), f(2, 3)));
    }

    private static List<Row> orthogonal() {
        return List.of(
                one("torch.linalg.qr(a)[0]", a -> Linalg.qr(a).q())
                        .on(f(2, 4, 3))
                        .empty(f(0, 3))
                        .empty(f(3, 0)),
                one("torch.linalg.qr(a)[1]", a -> Linalg.qr(a).r())
                        .on(f(2, 4, 3))
                        .empty(f(0, 3))
                        .empty(f(3, 0)),
                one("torch.linalg.qr(a)[0]", a -> Linalg.qr(a).q()).on(f(3, 4)),
                one("torch.linalg.qr(a)[1]", a -> Linalg.qr(a).r()).on(f(3, 4)),
                one(
                                "torch.linalg.qr(a.detach(), mode='complete')[0]",
                                a -> Linalg.qr(a.detach(), mode(QRMode.COMPLETE))
                                        .q())
                        .on(f(4, 2))
                        .flat(),
                one(
                                "torch.linalg.qr(a.detach(), mode='r')[1]",
                                a -> Linalg.qr(a.detach(), mode(QRMode.R)).r())
                        .on(f(4, 2))
                        .flat(),
                one(
                                "torch.linalg.qr(a, mode='complete')[1]",
                                a -> Linalg.qr(a, mode(QRMode.COMPLETE)).r())
                        .on(f(3, 3)));
    }

    private static List<Row> spectral() {
        return List.of(
                one("torch.linalg.eigvalsh(a + a.mT)", a -> Linalg.eigvalsh(symmetric(a)))
                        .on(f(2, 4, 4))
                        .empty(f(0, 0))
                        .refuses("add: shapes [2, 3] and [3, 2] do not broadcast: 3 != 2 in dimension -1", f(2, 3)),
                one("torch.linalg.eigvalsh(a.detach(), UPLO='U')", a -> Linalg.eigvalsh(a.detach(), UPLO.U))
                        .on(f(4, 4))
                        .flat(),
                one("(lambda w, v: (v * w.exp().unsqueeze(-2)) @ v.mT)(*torch.linalg.eigh(a + a.mT))", a -> {
                            var e = Linalg.eigh(symmetric(a));
                            return e.eigenvectors()
                                    .mul(e.eigenvalues().exp().unsqueeze(-2))
                                    .matmul(e.eigenvectors().transpose(-2, -1));
                        })
                        .on(f(2, 3, 3)),
                one("torch.linalg.svdvals(a)", a -> Linalg.svdvals(a))
                        .on(f(2, 4, 3))
                        .empty(f(0, 3))
                        .refuses("svdvals: the dtype must be float32 or float64, got torch.int64", index(3, 2, 2)),
                one(
                                "(lambda u, s, vh: (u * s.square().unsqueeze(-2)) @ vh)(*torch.linalg.svd(a,"
                                        + " full_matrices=False))",
                                a -> {
                                    var x = Linalg.svd(a, false);
                                    return x.u().mul(x.s().square().unsqueeze(-2))
                                            .matmul(x.vh());
                                })
                        .on(f(2, 4, 2)),
                one("(lambda u, s, v: (u * s.exp().unsqueeze(-2)) @ v.mT)(*torch.svd(a))", a -> {
                            var x = a.svd();
                            return x.u().mul(x.s().exp().unsqueeze(-2)).matmul(x.v().transpose(-2, -1));
                        })
                        .on(f(3, 4)),
                one(
                                "torch.linalg.svd(a.detach())[0].abs()",
                                a -> Linalg.svd(a.detach()).u().abs())
                        .on(f(5, 3))
                        .flat(),
                one(
                                "torch.linalg.svd(a.detach())[2].abs()",
                                a -> Linalg.svd(a.detach()).vh().abs())
                        .on(f(3, 7))
                        .flat(),
                one("torch.linalg.matrix_rank(a)", a -> Linalg.matrixRank(a))
                        .on(f(2, 3, 3))
                        .empty(f(0, 3))
                        .flat(),
                one(
                                "torch.linalg.matrix_rank(a + a.mT, rtol=0.5, hermitian=True)",
                                a -> Linalg.matrixRank(symmetric(a), rtol(0.5), hermitian(true)))
                        .on(f(3, 3))
                        .flat(),
                one("torch.linalg.cond(a)", a -> Linalg.cond(a)).on(f(5, 2)));
    }

    private static List<Row> solvers() {
        return List.of(
                two("torch.linalg.solve(a, b)", (a, b) -> Linalg.solve(a, b))
                        .on(within(1, 2, 1, 1), f(1, 2))
                        .empty(f(0, 0), f(0, 2))
                        .refuses("solve: [3, 3] and [2, 2] do not agree: 3 != 2", f(3, 3), f(2, 2))
                        .refuses("solve: the matrix is singular, pivot 1 is 0", within(0, 0, 2, 2), f(2)),
                two("torch.linalg.solve(a + 3 * torch.eye(3).to(a), b)", (a, b) -> Linalg.solve(regular(a), b))
                        .on(f(2, 3, 3), f(3, 2)),
                two("torch.linalg.solve(a + 3 * torch.eye(3).to(a), b)", (a, b) -> Linalg.solve(regular(a), b))
                        .on(f(3, 3), f(3)),
                two(
                                "torch.linalg.solve(a + 3 * torch.eye(3).to(a), b, left=False)",
                                (a, b) -> Linalg.solve(regular(a), b, left(false)))
                        .on(f(3, 3), f(2, 2, 3)),
                one("torch.linalg.inv(a)", a -> Linalg.inv(a))
                        .on(within(1, 2, 1, 1))
                        .empty(f(0, 2, 2))
                        .empty(f(2, 0, 0)),
                one("torch.linalg.inv(a + 3 * torch.eye(3).to(a))", a -> Linalg.inv(regular(a)))
                        .on(f(2, 3, 3)),
                one("torch.linalg.det(a)", a -> Linalg.det(a))
                        .on(f(2, 3, 3))
                        .empty(f(0, 0))
                        .empty(f(0, 2, 2)),
                one(
                                "torch.linalg.det(a.unsqueeze(1) * a)",
                                a -> Linalg.det(a.unsqueeze(1).mul(a)))
                        .on(f(1)),
                one(
                                "torch.linalg.slogdet(a + 3 * torch.eye(3).to(a))[1]",
                                a -> Linalg.slogdet(regular(a)).logabsdet())
                        .on(f(2, 3, 3)),
                one(
                                "torch.linalg.slogdet(a.detach())[0]",
                                a -> Linalg.slogdet(a.detach()).sign())
                        .on(f(2, 3, 3))
                        .flat(),
                one(
                                "torch.logdet(a @ a.mT + torch.eye(3).to(a))",
                                a -> positive(a).logdet())
                        .on(f(2, 3, 3)),
                one(
                                "torch.linalg.tensorinv(a, ind=1) * 1",
                                a -> Linalg.tensorinv(a, ind(1)).mul(1))
                        .on(f(4, 2, 2))
                        .refuses(
                                "tensorinv: the sizes before and behind ind must have one product, got 3 and 4",
                                f(3, 2, 2)),
                two("torch.linalg.tensorsolve(a, b, dims=(0,))", (a, b) -> Linalg.tensorsolve(a, b, 0))
                        .on(f(4, 2, 2), f(2, 2)));
    }

    private static List<Row> inverses() {
        return List.of(
                one("torch.linalg.pinv(a)", a -> Linalg.pinv(a))
                        .on(f(2, 4, 3))
                        .empty(f(0, 3))
                        .empty(f(3, 0)),
                one("torch.linalg.pinv(a)", a -> Linalg.pinv(a)).on(f(3, 4)),
                one("torch.linalg.pinv(a + a.mT, hermitian=True)", a -> Linalg.pinv(symmetric(a), hermitian(true)))
                        .on(f(3, 3)),
                one(
                                "torch.pinverse(a + 3 * torch.eye(3).to(a))",
                                a -> regular(a).pinverse())
                        .on(f(3, 3)),
                two("torch.linalg.lstsq(a, b)[0]", (a, b) -> Linalg.lstsq(a, b).solution())
                        .on(f(4, 3), f(4, 2)),
                two(
                                "torch.linalg.lstsq(a, b, driver='gelsd')[1]",
                                (a, b) -> Linalg.lstsq(a, b, driver(LstsqDriver.GELSD))
                                        .residuals())
                        .on(f(4, 3), f(4, 2)),
                two(
                                "torch.linalg.lstsq(a.detach(), b.detach(), driver='gels')[0]",
                                (a, b) -> Linalg.lstsq(a.detach(), b.detach(), driver(LstsqDriver.GELS))
                                        .solution())
                        .on(f(3, 4), f(3, 2))
                        .flat(),
                one("torch.linalg.matrix_power(a, 5)", a -> Linalg.matrixPower(a, 5))
                        .on(f(2, 2, 2)),
                one("torch.linalg.matrix_power(a, -3)", a -> Linalg.matrixPower(a, -3))
                        .on(within(1, 2, 2, 2)),
                one("torch.matrix_exp(a)", Tensor::matrixExp).on(f(2, 3, 3)).empty(f(0, 0)));
    }
}
