package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.ord;
import static flambeau.args.Args.p;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;

import flambeau.args.MatrixNorm;
import java.util.List;

final class NormRows {
    private static final double INF = Double.POSITIVE_INFINITY;

    private NormRows() {}

    static List<Row> rows() {
        return List.of(
                one("a.norm()", a -> a.norm()).on(f(2, 3)).empty(f(0, 3)),
                one("a.norm(p='fro', dim=1)", a -> a.norm(p(MatrixNorm.FRO), dim(1)))
                        .on(f(2, 3)),
                one("a.norm(p='nuc')", a -> a.norm(p(MatrixNorm.NUC))).on(f(4, 3)),
                one("a.norm(3, dim=0, keepdim=True)", a -> a.norm(3, dim(0), keepdim(true)))
                        .on(f(2, 3)),
                one("a.norm(p=1.5, dim=(0, 2))", a -> a.norm(p(1.5), dim(0, 2))).on(f(2, 3, 2)),
                one("a.norm()", a -> a.norm()).on(of(0, 0)).kink(),
                one("a.norm(0.5)", a -> a.norm(0.5)).on(of(0, 2, 3)).kink(),
                one("a.norm(torch.inf)", a -> a.norm(INF)).on(of(-2, 2, 1)).kink(),
                one("torch.linalg.vector_norm(a)", a -> Linalg.vectorNorm(a))
                        .on(f(2, 3))
                        .refuses("vectorNorm: the dtype must be floating, got torch.int64", index(3, 2)),
                one("torch.linalg.vector_norm(a, -torch.inf, dim=-1)", a -> Linalg.vectorNorm(a, ord(-INF), dim(-1)))
                        .on(f(2, 3))
                        .refuses("vectorNorm: dimension 1 is empty and has no norm of order -Infinity", f(2, 0)),
                one("torch.linalg.vector_norm(a, 1)", a -> Linalg.vectorNorm(a, ord(1)))
                        .on(f(2, 3)),
                one("torch.linalg.vector_norm(a, -2)", a -> Linalg.vectorNorm(a, ord(-2)))
                        .on(f(2, 3)),
                one("torch.linalg.vector_norm(a.detach(), 0)", a -> Linalg.vectorNorm(a.detach(), ord(0)))
                        .on(of(0, 2, Double.NaN))
                        .flat(),
                one("torch.linalg.matrix_norm(a)", a -> Linalg.matrixNorm(a)).on(f(2, 3, 2)),
                one("torch.linalg.matrix_norm(a, 1)", a -> Linalg.matrixNorm(a, ord(1)))
                        .on(f(2, 3, 2)),
                one(
                                "torch.linalg.matrix_norm(a, -torch.inf, dim=(0, 2), keepdim=True)",
                                a -> Linalg.matrixNorm(a, ord(-INF), dim(0, 2), keepdim(true)))
                        .on(f(2, 3, 2)),
                one("torch.linalg.matrix_norm(a, 2)", a -> Linalg.matrixNorm(a, ord(2)))
                        .on(f(2, 3, 2)),
                one("torch.linalg.matrix_norm(a, -2)", a -> Linalg.matrixNorm(a, ord(-2)))
                        .on(f(2, 3, 2))
                        .refuses("matrixNorm: a matrix norm takes at least 2 dimensions, got [3]", f(3)),
                one("torch.linalg.norm(a)", a -> Linalg.norm(a)).on(f(2, 3, 2)),
                one("torch.linalg.norm(a, 'nuc')", a -> Linalg.norm(a, ord(MatrixNorm.NUC)))
                        .on(f(3, 2)),
                one("torch.linalg.norm(a, 3, dim=1)", a -> Linalg.norm(a, ord(3), dim(1)))
                        .on(f(3, 2)));
    }
}
