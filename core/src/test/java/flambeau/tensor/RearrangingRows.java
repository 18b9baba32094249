package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.dim1;
import static flambeau.args.Args.dim2;
import static flambeau.args.Args.indexing;
import static flambeau.args.Args.n;
import static flambeau.args.Args.offset;
import static flambeau.args.Args.prepend;
import static flambeau.args.Args.r;
import static flambeau.args.Args.withReplacement;
import static flambeau.tensor.Row.many;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;

import flambeau.args.Args;
import flambeau.args.Indexing;
import java.util.ArrayList;
import java.util.List;

final class RearrangingRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;

    private RearrangingRows() {}

    static List<Row> rows() {
        var all = new ArrayList<Row>();
        all.addAll(views());
        all.addAll(copies());
        all.addAll(parts());
        all.addAll(diagonals());
        all.addAll(joined());
        return all;
    }

    private static List<Row> views() {
        return List.of(
                one("a.T", Tensor::T).on(f(3, 4)).empty(f(0, 3)),
                one("a.mT", Tensor::mT).on(f(2, 3, 4)).refuses("mT: needs at least 2 dimensions, got [3]", f(3)),
                one("a.swapaxes(0, -1)", x -> x.swapaxes(0, -1)).on(f(2, 3, 4)),
                one("a.movedim(0, -1)", x -> x.movedim(0, -1)).on(f(2, 3, 4)).empty(f(0, 3)),
                one("a.movedim((0, 2), (1, 0))", x -> x.movedim(new int[] {0, 2}, new int[] {1, 0}))
                        .on(f(2, 3, 4))
                        .refuses(BOUNDS, "movedim: dimension must be in [-2, 1], got 2 (shape [2, 3])", f(2, 3)),
                one("a.ravel()", Tensor::ravel).on(f(3, 4)).empty(f(0, 3)),
                one("a.unflatten(1, (2, -1))", x -> x.unflatten(1, 2, -1))
                        .on(f(2, 6))
                        .refuses("unflatten: shape [2, -1] is invalid for 3 elements", f(2, 3)),
                one("a.squeeze((0, 2))", x -> x.squeeze(0, 2)).on(f(1, 3, 1)).empty(f(1, 0, 1)),
                one("a.broadcast_to((2, 3))", x -> x.broadcastTo(2, 3)).on(f(3)),
                one(
                                "a.as_strided((2, 2), (1, 2), 1)",
                                x -> x.contiguous().asStrided(new int[] {2, 2}, new long[] {1, 2}, 1))
                        .on(f(6))
                        .refuses(
                                BOUNDS,
                                "asStrided: size [2, 2] with strides [1, 2] from 1 reaches beyond a storage of 4"
                                        + " elements",
                                f(4)),
                one(
                                "a.as_strided((3, 3), (1, 1), 0)",
                                x -> x.contiguous().asStrided(new int[] {3, 3}, new long[] {1, 1}, 0))
                        .on(f(6)),
                one("a.unfold(1, 2, 1)", x -> x.unfold(1, 2, 1))
                        .on(f(2, 5))
                        .refuses("unfold: a window of 2 does not fit a dimension of size 1", f(2, 1)),
                one("a.unfold(0, 3, 2)", x -> x.unfold(0, 3, 2)).on(f(8)),
                one("torch.atleast_2d(a)", Tensor::atleast2d).on(f(3)),
                one("torch.atleast_3d(a)", Tensor::atleast3d).on(f(3)),
                one("torch.atleast_3d(a)", Tensor::atleast3d).on(f()));
    }

    private static List<Row> copies() {
        return List.of(
                one("a.flip(0, -1)", x -> x.flip(0, -1))
                        .on(f(2, 3, 4))
                        .empty(f(2, 0, 3))
                        .refuses("flip: dimension 0 is named twice", f(2)),
                one("a.fliplr()", Tensor::fliplr).on(f(3, 4)),
                one("a.flipud()", Tensor::flipud).on(f(3, 4)),
                one("a.rot90()", x -> x.rot90()).on(f(3, 4)),
                one("a.rot90(2)", x -> x.rot90(Args.k(2))).on(f(3, 4)),
                one("a.rot90(-1, (0, 2))", x -> x.rot90(-1, new int[] {0, 2})).on(f(2, 3, 4)),
                one("a.roll(2)", x -> x.roll(2)).on(f(3, 4)).empty(f(0, 2)),
                one("a.roll((1, -3), (0, 1))", x -> x.roll(new int[] {1, -3}, new int[] {0, 1}))
                        .on(f(3, 4)),
                one("a.repeat(2, 1, 3)", x -> x.repeat(2, 1, 3)).on(f(3, 2)).empty(f(0, 2)),
                one("a.repeat(0, 1)", x -> x.repeat(0, 1)).on(f(3, 2)),
                one("a.tile(2)", x -> x.tile(2)).on(f(3, 2)),
                one("a.repeat_interleave(2, 1)", x -> x.repeatInterleave(2, 1))
                        .on(f(3, 2))
                        .empty(f(0, 2)),
                one("a.repeat_interleave(3)", x -> x.repeatInterleave(3)).on(f(3, 2)),
                two("a.repeat_interleave(b, 0)", (x, i) -> x.repeatInterleave(i, 0))
                        .on(f(3, 2), index(3, 3)),
                one("a.narrow_copy(1, 1, 2)", x -> x.narrowCopy(1, 1, 2)).on(f(3, 4)),
                one("a.diff()", x -> x.diff()).on(f(3, 4)),
                one("a.diff(n=2, dim=0)", x -> x.diff(n(2), dim(0))).on(f(4, 3)),
                two("a.diff(prepend=b)", (x, y) -> x.diff(prepend(y))).on(f(3, 4), f(3, 2)),
                one("torch.combinations(a)", x -> x.combinations())
                        .on(f(4))
                        .refuses("combinations: takes a vector, got [2, 2]", f(2, 2)),
                one("torch.combinations(a, 3, True)", x -> x.combinations(r(3), withReplacement(true)))
                        .on(f(3)),
                one("torch.vander(a)", x -> x.vander()).on(index(5, 4)).flat());
    }

    private static List<Row> parts() {
        return List.of(
                one(
                                "a.split([1, 3, 2], 1)[1]",
                                x -> x.split(new int[] {1, 3, 2}, 1).get(1))
                        .on(f(2, 6))
                        .refuses("split: the sizes [1, 3, 2] must add up to the size 5 of dimension 1", f(2, 5)),
                one("torch.cat(a.split_with_sizes([2, 0, 1]))", x -> Tensors.cat(x.splitWithSizes(new int[] {2, 0, 1})))
                        .on(f(3, 2)),
                one("torch.cat(a.tensor_split(4, 1), 1)", x -> Tensors.cat(x.tensorSplit(4, dim(1)), 1))
                        .on(f(2, 7)),
                one(
                                "a.tensor_split((1, 5, 2))[1]",
                                x -> x.tensorSplit(new int[] {1, 5, 2}).get(1))
                        .on(f(4, 2)),
                one("a.hsplit(2)[1]", x -> x.hsplit(2).get(1))
                        .on(f(3, 4))
                        .refuses("hsplit: dimension 1 of size 3 has no 2 equal parts", f(2, 3)),
                one("a.vsplit((1, 2))[1]", x -> x.vsplit(new int[] {1, 2}).get(1))
                        .on(f(3, 4)),
                one("a.dsplit(2)[0]", x -> x.dsplit(2).get(0)).on(f(2, 3, 4)));
    }

    private static List<Row> diagonals() {
        return List.of(
                one("a.diagonal()", x -> x.diagonal()).on(f(3, 4)).empty(f(0, 3)),
                one("a.diagonal(-1, 2, 0)", x -> x.diagonal(-1, 2, 0))
                        .on(f(4, 2, 3))
                        .refuses(BOUNDS, "diagonal: dimension must be in [-2, 1], got 2 (shape [2, 3])", f(2, 3)),
                one("a.diagonal(5)", x -> x.diagonal(offset(5))).on(f(3, 4)),
                one("a.diag(1)", x -> x.diag(1)).on(f(3, 4)),
                one("a.diag(-2)", x -> x.diag(-2)).on(f(3)),
                one("a.diag_embed(1, 0, 2)", x -> x.diagEmbed(offset(1), dim1(0), dim2(2)))
                        .on(f(2, 3)),
                one("a.diagflat(-1)", x -> x.diagflat(-1)).on(f(2, 2)),
                one("a.tril(1)", x -> x.tril(1)).on(f(2, 3, 4)).empty(f(0, 3)),
                one("a.triu()", x -> x.triu()).on(f(4, 3)).refuses("triu: needs at least 2 dimensions, got [3]", f(3)),
                one("a.clone().tril_(-1)", x -> x.clone().tril_(-1)).on(f(4, 3)),
                two("a.diagonal_scatter(b, 1)", (x, y) -> x.diagonalScatter(y, offset(1)))
                        .on(f(3, 4), f(3))
                        .refuses("diagonalScatter: the source must have the shape [2], got [3]", f(3, 3), f(3)),
                two("a.select_scatter(b, 1, -1)", (x, y) -> x.selectScatter(y, 1, -1))
                        .on(f(3, 4), f(3)),
                two(
                                "a.slice_scatter(b, 1, 1, 4, 2)",
                                (x, y) -> x.sliceScatter(y, dim(1), Args.start(1), Args.end(4), Args.step(2)))
                        .on(f(3, 4), f(3, 2)));
    }

    private static List<Row> joined() {
        return List.of(
                two("torch.hstack([a, b])", (a, b) -> Tensors.hstack(List.of(a, b)))
                        .on(f(2, 3), f(2, 1)),
                two("torch.hstack([a, b])", (a, b) -> Tensors.hstack(List.of(a, b)))
                        .on(f(2), f()),
                two("torch.vstack([a, b])", (a, b) -> Tensors.vstack(List.of(a, b)))
                        .on(f(2, 3), f(3)),
                two("torch.dstack([a, b])", (a, b) -> Tensors.dstack(List.of(a, b)))
                        .on(f(2, 3), f(2, 3)),
                two("torch.column_stack([a, b])", (a, b) -> Tensors.columnStack(List.of(a, b)))
                        .on(f(3), f(3, 2)),
                many("torch.block_diag(a, b, c)", Tensors::blockDiag).on(f(2, 3), f(2), f()),
                two("torch.cartesian_prod(a, b)", (a, b) -> Tensors.cartesianProd(List.of(a, b)))
                        .on(f(3), f(2)),
                two(
                                "torch.meshgrid(a, b, indexing='ij')[1]",
                                (a, b) -> Tensors.meshgrid(List.of(a, b)).get(1))
                        .on(f(3), f(2)),
                two(
                                "torch.meshgrid(a, b, indexing='xy')[0]",
                                (a, b) -> Tensors.meshgrid(List.of(a, b), indexing(Indexing.XY))
                                        .get(0))
                        .on(f(3), f(2)),
                two(
                                "torch.broadcast_tensors(a, b)[0]",
                                (a, b) ->
                                        Tensors.broadcastTensors(List.of(a, b)).get(0))
                        .on(f(3), f(2, 1)));
    }
}
