package flambeau.tensor;

import static flambeau.args.Args.accumulate;
import static flambeau.args.Args.alpha;
import static flambeau.args.Args.includeSelf;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Tensors.all;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.ellipsis;
import static flambeau.tensor.Tensors.newAxis;
import static flambeau.tensor.Tensors.slice;

import flambeau.args.Reduce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

final class ScatteringRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;

    private ScatteringRows() {}

    static List<Row> rows() {
        var all = new ArrayList<Row>();
        all.addAll(scattered());
        all.addAll(chosen());
        all.addAll(indexed());
        all.addAll(written());
        for (var reduce : List.of(Reduce.SUM, Reduce.PROD, Reduce.MEAN, Reduce.AMAX, Reduce.AMIN)) {
            all.add(reduced(reduce, true));
            all.add(reduced(reduce, false));
            if (reduce != Reduce.SUM) all.add(indexReduced(reduce));
        }
        return all;
    }

    private static Row reduced(Reduce reduce, boolean self) {
        var word = reduce.name().toLowerCase(Locale.ROOT);
        return three(
                        "a.scatter_reduce(1, b, c, '%s', include_self=%s)".formatted(word, self ? "True" : "False"),
                        (a, i, s) -> a.scatterReduce(1, i, s, reduce, includeSelf(self)))
                .on(f(3, 4), index(3, 3, 5), f(3, 5))
                .empty(f(3, 4), index(3, 3, 0), f(3, 0));
    }

    private static Row indexReduced(Reduce reduce) {
        return three(
                        "a.index_reduce(0, b, c, '%s')".formatted(reduce.name().toLowerCase(Locale.ROOT)),
                        (a, i, s) -> a.indexReduce(0, i, s, reduce))
                .on(f(3, 4), index(3, 5), f(5, 4));
    }

    private static List<Row> scattered() {
        return List.of(
                two("a.scatter(1, b, 2.5)", (a, i) -> a.scatter(1, i, 2.5)).on(f(3, 4), index(4, 3, 2)),
                three("a.scatter(0, b % 1, c)", (a, i, s) -> a.scatter(0, i.mul(0), s))
                        .on(f(3, 4), index(3, 1, 4), f(1, 4)),
                three("a.index_add(0, b, c, alpha=-2)", (a, i, s) -> a.indexAdd(0, i, s, alpha(-2)))
                        .on(f(3, 4), index(3, 5), f(5, 4))
                        .empty(f(3, 4), index(3, 0), f(0, 4))
                        .refuses(
                                "indexAdd: the source for 2 places must have the shape [2, 4], got [1, 4]",
                                f(3, 4),
                                index(3, 2),
                                f(1, 4)),
                three("a.index_add(1, b, c)", (a, i, s) -> a.indexAdd(1, i, s)).on(f(3, 4), index(4, 2), f(3, 2)),
                two("a.index_copy(0, torch.tensor([2, 0]), b)", (a, s) -> a.indexCopy(0, Tensors.tensor(2, 0), s))
                        .on(f(3, 4), f(2, 4)),
                two("a.index_fill(1, b, 3)", (a, i) -> a.indexFill(1, i, 3)).on(f(3, 4), index(4, 2)),
                three("a.index_fill(0, b, c)", (a, i, v) -> a.indexFill(0, i, v))
                        .on(f(3, 4), index(3, 4), f())
                        .refuses("indexFill: the value must have no dimensions, got [1]", f(3), index(3, 1), f(1)),
                three("a.put(b, c, accumulate=True)", (a, i, s) -> a.put(i, s, accumulate(true)))
                        .on(f(3, 4), index(12, 2, 3), f(6))
                        .refuses("put: the index has 2 elements, the source 3", f(4), index(4, 2), f(3)),
                two("a.put(torch.tensor([-1, 4]), b)", (a, s) -> a.put(Tensors.tensor(-1, 4), s))
                        .on(f(3, 4), f(2)),
                two("a.masked_fill(b, 2)", (a, m) -> a.maskedFill(m, 2))
                        .on(f(3, 4), bools(4))
                        .empty(f(0, 4), bools(4))
                        .refuses("maskedFill: the mask must be a bool tensor, got torch.int64", f(3), index(2, 3)),
                three("a.masked_fill(b, c)", (a, m, v) -> a.maskedFill(m, v)).on(f(4), bools(3, 4), f()),
                three("a.masked_scatter(b, c)", (a, m, s) -> a.maskedScatter(m, s))
                        .on(f(3, 4), bools(3, 4), f(20))
                        .refuses(
                                "maskedScatter: source (torch.int64) and tensor (torch.float64) must have one dtype",
                                f(3),
                                bools(3),
                                index(3, 3)));
    }

    private static List<Row> chosen() {
        return List.of(
                two("a.take(b)", Tensor::take)
                        .on(f(3, 4), index(12, 2, 3))
                        .empty(f(3, 4), index(1, 0))
                        .refuses(BOUNDS, "take: index 0 is out of bounds for dimension 0 of size 0", f(0), index(1, 1)),
                two("a.masked_select(b)", Tensor::maskedSelect).on(f(3, 4), bools(4)),
                two("a.take_along_dim(b, 1)", (a, i) -> a.takeAlongDim(i, 1)).on(f(3, 4), index(4, 1, 2)),
                two("a.take_along_dim(b)", (a, i) -> a.takeAlongDim(i)).on(f(3, 4), index(12, 5)),
                one("a.nonzero()", Tensor::nonzero).on(index(2, 3, 4)).flat(),
                one("a.argwhere()", Tensor::argwhere).on(bools(5)).flat(),
                one("a.nonzero(as_tuple=True)[1]", x -> x.nonzero(true).get(1))
                        .on(index(2, 3, 4))
                        .flat(),
                one(
                                "torch.unravel_index(a, (3, 4))[1]",
                                x -> x.unravelIndex(3, 4).get(1))
                        .on(index(12, 5))
                        .flat());
    }

    private static List<Row> indexed() {
        return List.of(
                two("a[b]", (a, i) -> a.get(i))
                        .on(f(3, 4), index(3, 2, 2))
                        .empty(f(3, 4), index(3, 0))
                        .refuses(
                                BOUNDS, "get: index 0 is out of bounds for dimension 0 of size 0", f(0, 2), index(1, 1))
                        .refuses(
                                "get: a tensor in an index must be int64, int32, uint8 or bool, got torch.float64",
                                f(3),
                                f(1)),
                two("a[:, b - 4]", (a, i) -> a.get(all(), i.sub(4))).on(f(3, 4), index(4, 5)),
                three("a[b, c]", (a, i, j) -> a.get(i, j)).on(f(3, 4, 2), index(3, 3, 1), index(4, 2)),
                three("a[b, :, c]", (a, i, j) -> a.get(i, all(), j)).on(f(3, 4, 2), index(3, 3), index(2, 3)),
                three("a[:, b, c]", (a, i, j) -> a.get(all(), i, j)).on(f(2, 3, 4), index(3, 3), index(4, 3)),
                three("a[b, None, ..., c]", (a, i, j) -> a.get(i, newAxis(), ellipsis(), j))
                        .on(f(3, 4, 2), index(3, 3), index(2, 3)),
                two("a[1:, b, 0]", (a, i) -> a.get(slice(1, 9), i, at(0))).on(f(3, 4, 2), index(4, 3)),
                two("a[b]", (a, m) -> a.get(m))
                        .on(f(3, 4), bools(3, 4))
                        .refuses(
                                BOUNDS,
                                "get: the mask [4] does not fit dimension 0 of the tensor [3, 4]",
                                f(3, 4),
                                bools(4)),
                two("a[..., b]", (a, m) -> a.get(ellipsis(), m)).on(f(3, 4), bools(4)),
                two("a[:, b]", (a, m) -> a.get(all(), m)).on(f(2, 3, 4), bools(3, 4)),
                three("a[b, c]", (a, m, i) -> a.get(m, i.get(slice(0, 1)))).on(f(3, 4), bools(3), index(4, 1)),
                one("a[True]", a -> a.get(at(true))).on(f(3, 4)),
                one("a[False]", a -> a.get(at(false))).on(f(3, 4)),
                one("a[:, True, 1]", a -> a.get(all(), at(true), at(1))).on(f(3, 4)),
                two("a[b]", (a, i) -> a.get(i)).on(f(3, 4), index(3)));
    }

    private static List<Row> written() {
        return List.of(
                three("a.index_put((b,), c)", (a, i, v) -> a.indexPut(List.of(i), v))
                        .on(f(3, 4), index(3, 1), f(4)),
                three("a.index_put((b,), c, accumulate=True)", (a, i, v) -> a.indexPut(List.of(i), v, accumulate(true)))
                        .on(f(3, 4), index(3, 5), f(5, 4))
                        .refuses(
                                "indexPut: shapes [3] and [2] do not broadcast: 3 != 2 in dimension -1",
                                f(3),
                                index(3, 2),
                                f(3)),
                three(
                                "a.index_put((b, torch.tensor([1, 0])), c, accumulate=True)",
                                (a, i, v) -> a.indexPut(Arrays.asList(i, Tensors.tensor(1, 0)), v, accumulate(true)))
                        .on(f(3, 4), index(3, 2), f()),
                three("put(a, lambda y: y.__setitem__(b, c))", (a, m, v) -> with(a, y -> y.set(m, v)))
                        .on(f(3, 4), bools(3, 4), f()),
                two(
                                "put(a, lambda y: y.__setitem__((slice(None), torch.tensor([2, 0])), b))",
                                (a, v) -> with(a, y -> y.set(all(), Tensors.tensor(2, 0), v)))
                        .on(f(3, 4), f(1, 2)),
                two(
                                "put(a, lambda y: y.__setitem__((slice(1, 3), torch.tensor([1, 1])), b[0]))",
                                (a, v) -> with(a, y -> y.set(slice(1, 3), Tensors.tensor(1, 1), v.get(0))))
                        .on(f(3, 4), f(1))
                        .kink(), // PyTorch also counts the value that was overwritten
                two(
                                "put(a, lambda y: y.t().index_add_(0, torch.tensor([1, 1]), b))",
                                (a, v) -> with(a, y -> y.t().indexAdd_(0, Tensors.tensor(1, 1), v)))
                        .on(f(3, 4), f(2, 3)),
                two(
                                "a.clone().scatter_add_(0, torch.tensor([[0, 0]]), b)",
                                (a, v) -> a.clone()
                                        .scatterAdd_(0, Tensors.tensor(0, 0).unsqueeze(0), v))
                        .on(f(3, 4), f(1, 2)),
                two("a.clone().masked_scatter_(a > 0, b)", (a, v) -> a.clone().maskedScatter_(a.gt(0), v))
                        .on(f(3), f(4))
                        .kink(),
                one("a.clone().fill_diagonal_(2.5)", a -> a.clone().fillDiagonal_(2.5))
                        .on(f(4, 3)),
                one("a.clone().fill_diagonal_(2.5, True)", a -> a.clone().fillDiagonal_(2.5, true))
                        .on(f(8, 3)),
                one("a.clone().transpose_(0, 1)", a -> a.clone().transpose_(0, 1))
                        .on(f(3, 4)),
                one("a.clone().t_()", a -> a.clone().t_()).on(f(3, 4)),
                one("a.clone().squeeze_()", a -> a.clone().squeeze_()).on(f(3, 1, 1)),
                one("a.clone().squeeze_((1, 2))", a -> a.clone().squeeze_(1, 2)).on(f(3, 1, 1)));
    }

    private static Tensor with(Tensor x, UnaryOperator<Tensor> change) {
        var y = x.contiguous().clone();
        change.apply(y);
        return y;
    }
}
