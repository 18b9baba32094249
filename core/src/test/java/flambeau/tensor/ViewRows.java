package flambeau.tensor;

import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Tensors.all;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.ellipsis;
import static flambeau.tensor.Tensors.newAxis;
import static flambeau.tensor.Tensors.slice;

import java.util.List;

final class ViewRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;

    private ViewRows() {}

    static List<Row> rows() {
        return List.of(
                one("a.reshape(4, -1)", x -> x.reshape(4, -1))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .empty(f(4, 0, 2))
                        .refuses("reshape: shape [4, -1] is invalid for 6 elements", f(6)),
                one("a.contiguous().view(-1)", x -> x.contiguous().view(-1)).on(f(3, 4)),
                two("a.contiguous().view_as(b)", (a, b) -> a.contiguous().viewAs(b))
                        .on(f(3, 4), f(2, 6)),
                one("a.permute(2, 0, 1)", x -> x.permute(2, 0, 1))
                        .on(f(2, 3, 4))
                        .empty(f(2, 0, 4))
                        .refuses("permute: 3 dimensions are named, the tensor has 2", f(2, 3)),
                one("a.transpose(0, 1)", x -> x.transpose(0, 1))
                        .on(f(2, 3, 4))
                        .empty(f(0, 3))
                        .refuses(BOUNDS, "transpose: dimension must be in [-1, 0], got 1 (shape [3])", f(3)),
                one("a.t()", Tensor::t)
                        .on(f(3, 4))
                        .empty(f(0, 3))
                        .refuses("t: takes at most 2 dimensions, got [2, 3, 4]", f(2, 3, 4)),
                one("a.t()", Tensor::t).on(f(3)),
                one("a.squeeze()", Tensor::squeeze).on(f(1, 3, 1, 4, 1)).empty(f(1, 0)),
                one("a.squeeze()", Tensor::squeeze).on(f(1, 1)),
                one("a.squeeze(1)", x -> x.squeeze(1))
                        .on(f(3, 1, 4))
                        .empty(f(0, 1))
                        .refuses(BOUNDS, "squeeze: dimension must be in [-1, 0], got 1 (shape [3])", f(3)),
                one("a.squeeze(0)", x -> x.squeeze(0)).on(f(3, 1)),
                one("a.unsqueeze(-1)", x -> x.unsqueeze(-1)).on(f(3, 4)).empty(f(0)),
                one("a.unsqueeze(1)", x -> x.unsqueeze(1))
                        .on(f(3, 4))
                        .refuses(BOUNDS, "unsqueeze: dimension must be in [-1, 0], got 1", f()),
                one("a.expand(2, 3, 4)", x -> x.expand(2, 3, 4))
                        .on(f(3, 1))
                        .refuses("expand: [2] does not broadcast to [2, 3, 4]", f(2))
                        .refuses("expand: [1, 2, 3, 4] has more dimensions than [2, 3, 4]", f(1, 2, 3, 4)),
                one("a.expand(-1, 4)", x -> x.expand(-1, 4)).on(f(3, 1)).empty(f(0, 1)),
                two("a.expand_as(b)", Tensor::expandAs).on(f(1), f(3)),
                one("a.narrow(1, 1, 2)", x -> x.narrow(1, 1, 2))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .refuses(BOUNDS, "narrow: start 1 and length 2 must lie in a dimension of size 2", f(3, 2)),
                one("a.narrow(0, -2, 2)", x -> x.narrow(0, -2, 2)).on(f(3, 4)),
                one("a.select(1, -1)", x -> x.select(1, -1))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .refuses(BOUNDS, "select: index -1 is out of bounds for dimension 1 of size 0", f(3, 0)),
                one("a.flatten()", x -> x.flatten()).on(f(2, 3, 4)).empty(f(2, 0)),
                one("a.flatten(1)", x -> x.flatten(1)).on(f(2, 3, 4)).empty(f(0, 3, 4)),
                one("a.flatten(0, 1)", x -> x.flatten(0, 1))
                        .on(f(2, 3, 4))
                        .refuses(BOUNDS, "flatten: dimension must be in [-1, 0], got 1 (shape [2])", f(2)),
                one("a.flatten()", x -> x.flatten()).on(f()),
                one("a.split(3, 1)[2]", x -> x.split(3, 1).get(2)).on(f(2, 7)),
                one("torch.cat(a.split(2))", x -> Tensors.cat(x.split(2, 0), 0))
                        .on(f(5, 2))
                        .empty(f(0, 2)),
                one("a.chunk(3, -1)[1]", x -> x.chunk(3, -1).get(1)).on(f(2, 7)),
                one("a.unbind(1)[1]", x -> x.unbind(1).get(1)).on(f(3, 4)).empty(f(0, 4)),
                one("a.t().contiguous().t()", x -> x.t().contiguous().t()).on(f(3, 4)),
                one("a.t().contiguous()", x -> x.t().contiguous()).on(f(3, 4)).empty(f(0, 4)),
                one("a.clone()", Tensor::clone).on(f(3, 4)).empty(f(0)),
                one("a.double()", Tensor::toDouble).on(Sample.index(9, 4)).flat(),
                one("a.long()", Tensor::toLong).on(f(4)).flat(),
                one("a.detach()", Tensor::detach).on(f(4)).flat(),
                one("a[1]", x -> x.get(1))
                        .on(f(3, 4))
                        .empty(f(3, 0))
                        .refuses(BOUNDS, "get: index 1 is out of bounds for dimension 0 of size 1", f(1)),
                one("a[:, 2]", x -> x.get(all(), at(2)))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .refuses(BOUNDS, "get: 2 indices for a tensor of 1 dimensions (shape [3])", f(3)),
                one("a[1:, ::2]", x -> x.get(slice(1, Integer.MAX_VALUE), slice(0, Integer.MAX_VALUE, 2)))
                        .on(f(3, 4)),
                one("a[-2:-1, None, ..., 0]", x -> x.get(slice(-2, -1), newAxis(), ellipsis(), at(0)))
                        .on(f(3, 2, 4)),
                one("a[..., 1, None]", x -> x.get(ellipsis(), at(1), newAxis())).on(f(3, 4)),
                one("a[5:2]", x -> x.get(slice(5, 2))).on(f(3, 4)),
                one(
                                "a[:, 1:3].t().reshape(-1)",
                                x -> x.get(all(), slice(1, 3)).t().reshape(-1))
                        .on(f(3, 4)),
                one("a.t().reshape(-1)", x -> x.t().reshape(-1)).on(f(3, 4)),
                one("a[:, 0] * a[0]", x -> x.get(all(), at(0)).mul(x.get(at(0))))
                        .on(f(3, 3)));
    }
}
