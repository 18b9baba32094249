package flambeau.tensor;

import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;

import java.util.List;

final class ProductRows {
    private ProductRows() {}

    static List<Row> rows() {
        return List.of(
                two("a.mm(b)", Tensor::mm)
                        .on(f(3, 4), f(4, 2))
                        .empty(f(0, 4), f(4, 2))
                        .empty(f(3, 0), f(0, 2))
                        .refuses("mm: [2, 3] and [2, 3] do not agree: 3 != 2", f(2, 3), f(2, 3))
                        .refuses("mm: takes matrices, got [2, 3] and [3]", f(2, 3), f(3))
                        .refuses(
                                "mm: both must have one dtype, got torch.float64 and torch.int64",
                                f(2, 3),
                                index(3, 3, 2)),
                two("a.mm(b)", Tensor::mm).on(index(5, 3, 4), index(5, 4, 2)).flat(),
                two("a.bmm(b)", Tensor::bmm)
                        .on(f(2, 3, 4), f(2, 4, 2))
                        .empty(f(0, 3, 4), f(0, 4, 2))
                        .empty(f(2, 3, 0), f(2, 0, 2))
                        .refuses(
                                "bmm: takes two batches of as many matrices, got [2, 3, 4] and [3, 4, 2]",
                                f(2, 3, 4),
                                f(3, 4, 2))
                        .refuses("bmm: [2, 3, 4] and [2, 3, 4] do not agree: 4 != 3", f(2, 3, 4), f(2, 3, 4)),
                two("a.mv(b)", Tensor::mv)
                        .on(f(3, 4), f(4))
                        .empty(f(0, 4), f(4))
                        .empty(f(3, 0), f(0))
                        .refuses("mv: takes a matrix and a vector, got [3] and [3]", f(3), f(3)),
                two("a.dot(b)", Tensor::dot)
                        .on(f(4), f(4))
                        .empty(f(0), f(0))
                        .refuses("dot: takes two vectors, got [3, 3] and [3]", f(3, 3), f(3))
                        .refuses("dot: [3] and [4] do not agree: 3 != 4", f(3), f(4)),
                two("a @ b", Tensor::matmul)
                        .on(f(3, 4), f(4, 2))
                        .empty(f(3, 0), f(0, 2))
                        .refuses("matmul: [2, 3] and [4, 5] do not agree: 3 != 4", f(2, 3), f(4, 5))
                        .refuses("matmul: [3] and [4] do not agree: 3 != 4", f(3), f(4))
                        .refuses("matmul: [3, 4] and [3] do not agree: 4 != 3", f(3, 4), f(3))
                        .refuses("matmul: both need at least 1 dimension, got [] and [3]", f(), f(3))
                        .refuses(
                                "matmul: shapes [2] and [3] do not broadcast: 2 != 3 in dimension -1",
                                f(2, 3, 4),
                                f(3, 4, 5)),
                two("a @ b", Tensor::matmul).on(f(4), f(4)).empty(f(0), f(0)),
                two("a @ b", Tensor::matmul).on(f(4), f(4, 3)).empty(f(0), f(0, 3)),
                two("a @ b", Tensor::matmul).on(f(3, 4), f(4)),
                two("a @ b", Tensor::matmul)
                        .on(f(2, 3, 4), f(4, 2))
                        .empty(f(2, 3, 0), f(0, 2))
                        .empty(f(0, 3, 4), f(4, 2)),
                two("a @ b", Tensor::matmul).on(f(2, 3, 4), f(4)).empty(f(2, 0, 4), f(4)),
                two("a @ b", Tensor::matmul).on(f(4), f(2, 4, 3)),
                two("a.expand(2, 2, 3) @ b", Tensor::matmul).on(f(2, 3), f(2, 3, 2)),
                two("a @ b", Tensor::matmul).on(f(2, 1, 2, 3), f(2, 3, 2)).empty(f(2, 1, 2, 3), f(0, 3, 2)),
                three("torch.addmm(a, b, c)", (a, b, c) -> a.addmm(b, c))
                        .on(f(2), f(3, 4), f(4, 2))
                        .empty(f(3, 2), f(3, 0), f(0, 2))
                        .refuses("addmm: [3, 4] and [3, 2] do not agree: 4 != 3", f(2), f(3, 4), f(3, 2)),
                two("F.linear(a, b)", (x, w) -> x.linear(w, null))
                        .on(f(3, 4), f(2, 4))
                        .empty(f(0, 4), f(2, 4))
                        .refuses("linear: the weight must have 2 dimensions, got [4]", f(3, 4), f(4))
                        .refuses("linear: the input needs at least 1 dimension", f(), f(2, 4))
                        .refuses("linear: input [3, 5] has 5 features, weight [2, 4] takes 4", f(3, 5), f(2, 4)),
                three("F.linear(a, b, c)", Tensor::linear)
                        .on(f(3, 4), f(2, 4), f(2))
                        .empty(f(0, 4), f(2, 4), f(2))
                        .empty(f(3, 0), f(2, 0), f(2))
                        .refuses("linear: the bias must be [2], got [3]", f(3, 4), f(2, 4), f(3))
                        .refuses(
                                "linear: input (torch.float64) and weight (torch.int64) must have one dtype",
                                f(3, 4),
                                index(3, 2, 4),
                                f(2)),
                three("F.linear(a, b, c)", Tensor::linear)
                        .on(f(2, 3, 4), f(2, 4), f(2))
                        .empty(f(2, 0, 4), f(2, 4), f(2)),
                two("F.linear(a, b)", (x, w) -> x.linear(w, null)).on(f(2, 3, 4), f(2, 4)),
                three("F.linear(a, b, c)", Tensor::linear).on(f(4), f(2, 4), f(2)));
    }
}
