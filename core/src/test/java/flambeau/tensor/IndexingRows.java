package flambeau.tensor;

import static flambeau.tensor.Row.many;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.within;

import java.util.List;

final class IndexingRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;

    private IndexingRows() {}

    static List<Row> rows() {
        return List.of(
                two("torch.gather(a, 1, b)", (a, i) -> a.gather(1, i))
                        .on(f(3, 4), index(4, 2, 5))
                        .empty(f(3, 4), index(4, 0, 2))
                        .empty(f(3, 0), index(1, 3, 0))
                        .refuses(
                                "gather: the index must hold integers (int64 or int32), got torch.float64",
                                f(3, 4),
                                f(3, 4))
                        .refuses(
                                "gather: the index [2] must have as many dimensions as the tensor [3, 4]",
                                f(3, 4),
                                index(2, 2))
                        .refuses(
                                "gather: the index [4, 1] must not be larger than the tensor [3, 4], except in"
                                        + " dimension 1",
                                f(3, 4),
                                index(4, 4, 1))
                        .refuses(
                                BOUNDS,
                                "gather: index 0 is out of bounds for dimension 1 of size 0",
                                f(3, 0),
                                index(1, 3, 1)),
                two("torch.gather(a, 0, b)", (a, i) -> a.gather(0, i)).on(f(), index(1)),
                two("torch.gather(a, 0, b)", (a, i) -> a.gather(0, i)).on(f(3), index(3)),
                three("torch.scatter_add(a, 0, b, c[:, :2])", (a, i, s) -> a.scatterAdd(0, i, s))
                        .on(f(3, 4), index(3, 5, 2), f(5, 3)),
                three("torch.scatter_add(a, 0, b, c)", (a, i, s) -> a.scatterAdd(0, i, s))
                        .on(f(3, 4), index(3, 5, 2), f(5, 2))
                        .empty(f(3, 4), index(1, 0, 4), f(0, 4))
                        .empty(f(0, 4), index(1, 0, 4), f(0, 4))
                        .refuses(
                                "scatterAdd: the index [2] must not be larger than the source [1]",
                                f(3),
                                index(3, 2),
                                f(1))
                        .refuses(
                                "scatterAdd: source (torch.int64) and tensor (torch.float64) must have one dtype",
                                f(3),
                                index(3, 2),
                                index(3, 2)),
                three("torch.scatter_add(a, 1, b, c)", (a, i, s) -> a.scatterAdd(1, i, s))
                        .on(f(2, 4), index(4, 2, 3), f(2, 3)),
                three("torch.scatter_add(a, 0, b, c)", (a, i, s) -> a.scatterAdd(0, i, s))
                        .on(f(), index(1), f())
                        .refuses(
                                "scatterAdd: the index [5] must not be larger than the source []",
                                f(5),
                                index(5, 5),
                                f()),
                two("torch.index_select(a, 1, b)", (a, i) -> a.indexSelect(1, i))
                        .on(f(3, 4), index(4, 6))
                        .empty(f(3, 4), index(4, 0))
                        .empty(f(0, 4), index(4, 3))
                        .refuses(
                                "indexSelect: the index must hold integers (int64 or int32), got torch.float64",
                                f(2, 2),
                                f(2))
                        .refuses("indexSelect: the index must have one dimension, got [2, 2]", f(2, 2), index(2, 2, 2))
                        .refuses(
                                BOUNDS,
                                "indexSelect: dimension must be in [-1, 0], got 1 (shape [3])",
                                f(3),
                                index(3, 2)),
                two("torch.index_select(a, 0, b)", (a, i) -> a.indexSelect(0, i))
                        .on(f(), index(1, 1))
                        .refuses("indexSelect: a tensor without dimensions has one place, got 2", f(), index(1, 2)),
                two("torch.gather(a, 0, b.int())", (a, i) -> a.gather(0, i.toInt()))
                        .on(f(3, 2), index(3, 4, 2)),
                two("torch.index_select(a, 0, b.int())", (a, i) -> a.indexSelect(0, i.toInt()))
                        .on(f(3, 2), index(3, 4)),
                two("torch.index_select(a, 0, b)", (a, i) -> a.indexSelect(0, i))
                        .on(f(3), index(3)),
                two("torch.cat([a, b])", (a, b) -> Tensors.cat(List.of(a, b), 0))
                        .on(f(2, 3), f(1, 3))
                        .empty(f(0, 3), f(2, 3))
                        .empty(f(0), f(2, 3))
                        .refuses("cat: [2, 3] and [2, 4] differ in more than dimension 0", f(2, 3), f(2, 4))
                        .refuses("cat: [2, 3] and [3] differ in more than dimension 0", f(2, 3), f(3))
                        .refuses("cat: tensors without dimensions cannot be joined, use stack", f(), f())
                        .refuses("cat: tensors without dimensions cannot be joined, use stack", f(2), f()),
                three("torch.cat([a, b, c], -1)", (a, b, c) -> Tensors.cat(List.of(a, b, c), -1))
                        .on(f(2, 3), f(2, 1), f(2, 2)),
                two("torch.cat([a, b])", (a, b) -> Tensors.cat(List.of(a, b), 0))
                        .on(f(2), index(5, 2)),
                two("torch.stack([a, b])", (a, b) -> Tensors.stack(List.of(a, b), 0))
                        .on(f(2, 3), f(2, 3))
                        .empty(f(0), f(0))
                        .refuses("stack: shapes must be equal, got [2, 3] and [3]", f(2, 3), f(3)),
                two("torch.stack([a, b], -1)", (a, b) -> Tensors.stack(List.of(a, b), -1))
                        .on(f(2, 3), f(2, 3)),
                two("torch.stack([a, b])", (a, b) -> Tensors.stack(List.of(a, b), 0))
                        .on(f(), f()),
                many("torch.cat([xs[0], xs[0], xs[1]], 1)", x -> Tensors.cat(List.of(x.get(0), x.get(0), x.get(1)), 1))
                        .on(within(-1, 1, 2, 2), f(2, 1)));
    }
}
