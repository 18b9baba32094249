package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.computeMode;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.increasing;
import static flambeau.args.Args.p;
import static flambeau.tensor.Row.many;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;

import flambeau.args.ComputeMode;
import java.util.List;
import java.util.stream.Stream;

/** Products that are scaled and added, of vectors, of several tensors; distances. */
final class ContractionRows {
    private ContractionRows() {}

    static List<Row> rows() {
        return Stream.of(scaled(), vectors(), contractions(), distances())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> scaled() {
        return List.of(
                three("torch.addmm(a, b, c, beta=0.5, alpha=-2)", (a, b, c) -> a.addmm(b, c, beta(0.5), alpha(-2)))
                        .on(f(2), f(3, 4), f(4, 2))
                        .empty(f(3, 2), f(3, 0), f(0, 2))
                        .refuses("addmm: takes matrices, got [3] and [4, 2]", f(2), f(3), f(4, 2))
                        .refuses(
                                "addmm: shapes [4] and [3, 2] do not broadcast: 4 != 2 in dimension -1",
                                f(4),
                                f(3, 4),
                                f(4, 2)),
                three(
                                "torch.addmm(a * torch.inf, b, c, beta=0)",
                                (a, b, c) -> a.mul(Double.POSITIVE_INFINITY).addmm(b, c, beta(0)))
                        .on(f(2), f(3, 4), f(4, 2))
                        .kink(),
                three("torch.addmm(a, b, c, beta=1.5, alpha=2.5)", (a, b, c) -> a.addmm(b, c, beta(1.5), alpha(2.5)))
                        .on(index(9, 2), index(5, 3, 4), index(5, 4, 2))
                        .flat(),
                three("torch.addmv(a, b, c, beta=0.5, alpha=3)", (a, b, c) -> a.addmv(b, c, beta(0.5), alpha(3)))
                        .on(f(3), f(3, 4), f(4))
                        .empty(f(3), f(3, 0), f(0))
                        .refuses("addmv: takes a matrix and a vector, got [4] and [4]", f(3), f(4), f(4)),
                three("torch.addr(a, b, c, beta=0.5, alpha=3)", (a, b, c) -> a.addr(b, c, beta(0.5), alpha(3)))
                        .on(f(3, 4), f(3), f(4))
                        .empty(f(0, 4), f(0), f(4))
                        .refuses("addr: takes two vectors, got [3, 1] and [4]", f(3, 4), f(3, 1), f(4))
                        .refuses(
                                "addr: factors of integers must be whole, got alpha 3 and beta 0.5",
                                index(3, 3, 4),
                                index(3, 3),
                                index(3, 4)),
                three("torch.baddbmm(a, b, c, beta=0.5, alpha=3)", (a, b, c) -> a.baddbmm(b, c, beta(0.5), alpha(3)))
                        .on(f(3, 2), f(2, 3, 4), f(2, 4, 2))
                        .empty(f(2, 3, 2), f(2, 3, 0), f(2, 0, 2))
                        .refuses(
                                "baddbmm: takes two batches of as many matrices, got [2, 3, 4] and [1, 4, 2]",
                                f(3, 2),
                                f(2, 3, 4),
                                f(1, 4, 2)),
                three("torch.addbmm(a, b, c, beta=0.5, alpha=3)", (a, b, c) -> a.addbmm(b, c, beta(0.5), alpha(3)))
                        .on(f(3, 2), f(2, 3, 4), f(2, 4, 2))
                        .empty(f(3, 2), f(0, 3, 4), f(0, 4, 2)));
    }

    private static List<Row> vectors() {
        return List.of(
                two("a.outer(b)", Tensor::outer)
                        .on(f(3), f(2))
                        .empty(f(0), f(2))
                        .refuses("outer: takes two vectors, got [3, 1] and [2]", f(3, 1), f(2)),
                two("a.vdot(b)", Tensor::vdot).on(f(4), f(4)).empty(f(0), f(0)),
                two("a.inner(b)", Tensor::inner)
                        .on(f(2, 3), f(4, 3))
                        .empty(f(2, 0), f(4, 0))
                        .refuses("inner: the last dimensions must agree, got [2, 3] and [4]", f(2, 3), f(4)),
                two("torch.kron(a, b)", Tensor::kron).on(f(2, 3), f(2)).empty(f(0, 3), f(2, 2)),
                two("torch.cross(a, b)", Tensor::cross)
                        .on(f(3, 2), f(3, 1))
                        .empty(f(3, 0), f(3, 0))
                        .refuses("cross: no dimension has size 3 in [2, 2]", f(2, 2), f(2, 2)),
                two("torch.linalg.cross(a, b, dim=1)", (a, b) -> Linalg.cross(a, b, dim(1)))
                        .on(f(2, 3), f(1, 3))
                        .refuses("cross: dimension 1 must have size 3, got [3, 2] and [3, 2]", f(3, 2), f(3, 2)),
                two("torch.linalg.vecdot(a, b, dim=0)", (a, b) -> Linalg.vecdot(a, b, dim(0)))
                        .on(f(3, 2), f(3, 1))
                        .empty(f(0, 2), f(0, 2)),
                one("a.trace()", Tensor::trace)
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .refuses("trace: takes a matrix, got [3]", f(3)),
                one("torch.linalg.vander(a)", a -> Linalg.vander(a)).on(f(2, 3)),
                one(
                                "torch.vander(a.detach(), N=4, increasing=True)",
                                a -> a.detach().vander(4, increasing(true)))
                        .on(f(3))
                        .flat());
    }

    private static List<Row> contractions() {
        return List.of(
                two("torch.tensordot(a, b, 2)", (a, b) -> a.tensordot(b, 2))
                        .on(f(2, 3, 4), f(3, 4, 2))
                        .empty(f(2, 0, 4), f(0, 4, 2)),
                two(
                                "torch.tensordot(a, b, dims=([0, -1], [1, 2]))",
                                (a, b) -> a.tensordot(b, new int[] {0, -1}, new int[] {1, 2}))
                        .on(f(2, 3, 4), f(3, 2, 4))
                        .refuses(
                                "tensordot: dimension 0 of [2, 3, 4] and 1 of [3, 3, 4] differ: 2 != 3",
                                f(2, 3, 4),
                                f(3, 3, 4)),
                two("torch.einsum('bij,bjk->bik', a, b)", (a, b) -> Tensors.einsum("bij,bjk->bik", a, b))
                        .on(f(2, 3, 4), f(2, 4, 2))
                        .empty(f(2, 3, 0), f(2, 0, 2)),
                two("torch.einsum('ij,jk', a, b)", (a, b) -> Tensors.einsum("ij,jk", a, b))
                        .on(f(3, 4), f(4, 2))
                        .refuses("einsum: 'j' stands for sizes 4 and 3 in 'ij,jk'", f(3, 4), f(3, 2))
                        .refuses(
                                "einsum: the subscripts 'jk' in 'ij,jk' do not fit an operand of 1 dimensions",
                                f(3, 4),
                                f(3)),
                one("torch.einsum('iji->j', a)", a -> Tensors.einsum("iji->j", a))
                        .on(f(3, 2, 3)),
                one("torch.einsum('...ij->...ji', a)", a -> Tensors.einsum("...ij->...ji", a))
                        .on(f(2, 3, 4)),
                two("torch.einsum('...ik, ...j -> ij', a, b)", (a, b) -> Tensors.einsum("...ik, ...j -> ij", a, b))
                        .on(f(2, 3, 4), f(1, 5)),
                many("torch.einsum('ij,jk,kl->il', a, b, c)", x -> Tensors.einsum("ij,jk,kl->il", x))
                        .on(f(2, 3), f(3, 4), f(4, 2)),
                many("torch.linalg.multi_dot([a, b, c])", Linalg::multiDot)
                        .on(f(5, 3), f(3, 4), f(4))
                        .refuses("multiDot: [5, 3] and [4, 4] do not agree: 3 != 4", f(5, 3), f(4, 4)));
    }

    private static List<Row> distances() {
        return List.of(
                two("torch.dist(a, b, 3)", (a, b) -> a.dist(b, 3)).on(f(3, 2), f(2)),
                two("torch.cdist(a, b)", Tensor::cdist)
                        .on(f(3, 2), f(2, 4, 2))
                        .empty(f(0, 2), f(3, 2))
                        .empty(f(2, 0), f(3, 0))
                        .refuses("cdist: [3, 2] and [3, 4] differ in columns", f(3, 2), f(3, 4)),
                two("torch.cdist(a, b, p=1.5)", (a, b) -> a.cdist(b, p(1.5))).on(f(3, 2), f(4, 2)),
                two("torch.cdist(a, b, p=torch.inf)", (a, b) -> a.cdist(b, p(Double.POSITIVE_INFINITY)))
                        .on(f(3, 2), f(4, 2)),
                two(
                                "torch.cdist(a, b, compute_mode='use_mm_for_euclid_dist')",
                                (a, b) -> a.cdist(b, computeMode(ComputeMode.USE_MM_FOR_EUCLID_DIST)))
                        .on(f(3, 2), f(4, 2)),
                one("torch.renorm(a, 2, 0, 1.5)", a -> a.renorm(2, 0, 1.5))
                        .on(f(3, 2, 2))
                        .refuses("renorm: takes at least 2 dimensions, got [3]", f(3)));
    }
}
