package flambeau.tensor;

import static flambeau.args.Args.correction;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.keepdim;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;

import flambeau.array.DType;
import java.util.List;

final class ReductionRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;

    private ReductionRows() {}

    static List<Row> rows() {
        return List.of(
                one("a.sum()", x -> x.sum()).on(f(3, 4)).empty(f(0)).empty(f(3, 0)),
                one("a.sum()", x -> x.sum()).on(f()),
                one("a.sum()", x -> x.sum()).on(index(9, 3, 4)).flat(),
                one("a.sum()", x -> x.sum()).on(bools(3, 4)).flat(),
                one("a.sum(1)", x -> x.sum(1))
                        .on(f(2, 3, 4))
                        .empty(f(2, 0, 4))
                        .empty(f(0, 3, 4))
                        .refuses(BOUNDS, "sum: dimension must be in [-1, 0], got 1 (shape [3])", f(3)),
                one("a.sum((0, -1), keepdim=True)", x -> x.sum(dim(0, -1), keepdim(true)))
                        .on(f(2, 3, 4))
                        .refuses("sum: dimension 0 is named twice", f(3)),
                one("a.sum(dtype=torch.float64)", x -> x.sum(dtype(DType.FLOAT64)))
                        .on(index(3, 4))
                        .flat(),
                one("a.mean()", x -> x.mean())
                        .on(f(3, 4))
                        .empty(f(0))
                        .refuses("mean: the dtype must be floating, got torch.int64; give dtype(FLOAT32)", index(3, 2)),
                one("a.mean(1)", x -> x.mean(1)).on(f(2, 3, 4)).empty(f(2, 0, 4)),
                one("a.mean((1, 2), keepdim=True)", x -> x.mean(dim(1, 2), keepdim(true)))
                        .on(f(2, 3, 4)),
                one("a.var()", x -> x.var()).on(f(1)).kink(),
                one("a.var()", x -> x.var())
                        .on(f(3, 4))
                        .empty(f(0))
                        .refuses("var: the dtype must be floating, got torch.int64", index(3, 2)),
                one("a.var(1)", x -> x.var(dim(1))).on(f(3, 4)).empty(f(0, 4)),
                one("a.var((0, 2), correction=0, keepdim=True)", x -> x.var(dim(0, 2), correction(0), keepdim(true)))
                        .on(f(2, 3, 4)),
                one("a.std()", x -> x.std()).on(f(3, 4)),
                one("a.std(-1, keepdim=True)", x -> x.std(dim(-1), keepdim(true)))
                        .on(f(3, 4))
                        .refuses("std: the dtype must be floating, got torch.int64", index(3, 2)),
                one("a.amax()", x -> x.amax()).on(f(3, 4)).refuses("amax: an empty tensor has no extreme", f(0)),
                one("a.amax((0, 2))", x -> x.amax(dim(0, 2)))
                        .on(f(2, 3, 4))
                        .empty(f(2, 0, 4))
                        .refuses("amax: dimension 2 is empty and has no extreme", f(2, 3, 0)),
                one("a.amax(0, keepdim=True)", x -> x.amax(dim(0), keepdim(true)))
                        .on(of(1, 3, 3, 2))
                        .kink(),
                one("a.amin()", x -> x.amin()).on(f(3, 4)).refuses("amin: an empty tensor has no extreme", f(0)),
                one("a.amin(1)", x -> x.amin(dim(1)))
                        .on(f(2, 3, 4))
                        .empty(f(0, 3, 4))
                        .refuses("amin: dimension 1 is empty and has no extreme", f(2, 0)),
                one("a.max()", Tensor::max).on(f(3, 4)).refuses("max: an empty tensor has no extreme", f(0)),
                one("a.max()", Tensor::max).on(of(1, 3, 3, 2)).kink(),
                one("a.max()", Tensor::max).on(of(1, Double.NaN, 2)).kink(),
                one("a.max()", Tensor::max).on(index(9, 5)).flat(),
                one("a.min()", Tensor::min).on(f(3, 4)).refuses("min: an empty tensor has no extreme", f(0)),
                one("a.max(1)[0]", x -> x.max(1).values())
                        .on(f(2, 3, 4))
                        .empty(f(0, 3))
                        .refuses("max: dimension 1 is empty and has no extreme", f(2, 0))
                        .refuses(BOUNDS, "max: dimension must be in [-1, 0], got 1 (shape [3])", f(3)),
                one("a.max(1)[1]", x -> x.max(1).indices()).on(f(2, 3, 4)).flat(),
                one("a.max(0, keepdim=True)[0]", x -> x.max(0, keepdim(true)).values())
                        .on(of(1, 3, 3))
                        .kink(),
                one("a.max(0)[0]", x -> x.max(0).values()).on(f()),
                one("a.min(-1)[0]", x -> x.min(-1).values()).on(f(3, 4)),
                one("a.min(-1, keepdim=True)[1]", x -> x.min(-1, keepdim(true)).indices())
                        .on(of(1, Double.NaN))
                        .flat(),
                one("a.argmax()", x -> x.argmax())
                        .on(f(3, 4))
                        .flat()
                        .refuses("argmax: an empty tensor has no extreme", f(0)),
                one("a.argmax(1)", x -> x.argmax(1))
                        .on(f(3, 4))
                        .flat()
                        .empty(f(0, 3))
                        .refuses("argmax: dimension 1 is empty and has no extreme", f(2, 0)),
                one("a.argmin()", x -> x.argmin()).on(f(3, 4)).flat(),
                one("a.argmin(0)", x -> x.argmin(0))
                        .on(of(2, 1, 1))
                        .flat()
                        .refuses("argmin: dimension 0 is empty and has no extreme", f(0)),
                one("a.prod()", x -> x.prod()).on(positive(3, 2)).empty(f(0)),
                one("a.prod()", x -> x.prod()).on(of(2, 0, 3)),
                one("a.prod()", x -> x.prod()).on(of(2, 0, 3, 0)),
                one("a.prod()", x -> x.prod()).on(index(9, 5)).flat(),
                one("a.any()", x -> x.any()).on(of(0, 0.5)).flat().empty(f(0)),
                one("a.any(1)", x -> x.any(dim(1))).on(bools(3, 2)).flat().empty(f(3, 0)),
                one("a.all()", x -> x.all()).on(of(1, 0.5)).flat().empty(f(0)),
                one("a.all(0, keepdim=True)", x -> x.all(dim(0), keepdim(true)))
                        .on(bools(2, 3))
                        .flat());
    }
}
