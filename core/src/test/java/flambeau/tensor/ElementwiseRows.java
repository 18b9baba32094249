package flambeau.tensor;

import static flambeau.tensor.Row.one;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;
import static flambeau.tensor.Sample.within;

import java.util.List;

final class ElementwiseRows {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private ElementwiseRows() {}

    static List<Row> rows() {
        return List.of(
                one("a.abs()", Tensor::abs).on(f(3, 4)).empty(f(0)),
                one("a.abs()", Tensor::abs).on(of(0, -0.0, -INF, NAN)).kink(),
                one("a.sign()", Tensor::sign).on(f(3, 4)).empty(f(0)),
                one("a.sign()", Tensor::sign).on(of(0, -3, INF)).kink(),
                one("a.exp()", Tensor::exp).on(f(3, 4)).empty(f(0)),
                one("a.exp()", Tensor::exp).on(index(4, 5)).flat(),
                one("a.exp()", Tensor::exp).on(of(-INF, INF, NAN, 800, -800)).kink(),
                one("a.expm1()", Tensor::expm1).on(f(3, 4)).empty(f(0)),
                one("a.expm1()", Tensor::expm1).on(of(1e-12, 0, -1e-12)),
                one("a.log()", Tensor::log).on(positive(3, 4)).empty(f(0)),
                one("a.log()", Tensor::log).on(of(0, -1, INF)).kink(),
                one("a.log1p()", Tensor::log1p).on(positive(3, 4)).empty(f(0)),
                one("a.log1p()", Tensor::log1p).on(of(1e-12, 0, -0.5)),
                one("a.log2()", Tensor::log2).on(positive(3, 4)).empty(f(0)),
                one("a.log10()", Tensor::log10).on(positive(3, 4)).empty(f(0)),
                one("a.sqrt()", Tensor::sqrt).on(positive(3, 4)).empty(f(0)),
                one("a.sqrt()", Tensor::sqrt).on(of(0, -1)).kink(),
                one("a.rsqrt()", Tensor::rsqrt).on(positive(3, 4)).empty(f(0)),
                one("a.reciprocal()", Tensor::reciprocal).on(positive(3, 4)).empty(f(0)),
                one("a.sin()", Tensor::sin).on(f(3, 4)).empty(f(0)),
                one("a.sin()", Tensor::sin).on(of(1e5, -1e5, 1e-5)).kink(),
                one("a.cos()", Tensor::cos).on(f(3, 4)).empty(f(0)),
                one("a.tan()", Tensor::tan).on(within(-1, 1, 3, 4)).empty(f(0)),
                one("a.tanh()", Tensor::tanh).on(f(3, 4)).empty(f(0)),
                one("a.tanh()", Tensor::tanh).on(of(50, -50, 0, INF)).kink(),
                one("a.sigmoid()", Tensor::sigmoid).on(f(3, 4)).empty(f(0)),
                one("a.sigmoid()", Tensor::sigmoid)
                        .on(of(800, -800, INF, -INF, NAN))
                        .kink(),
                one("a.relu()", Tensor::relu)
                        .on(f(3, 4))
                        .empty(f(0))
                        .refuses("relu: a bool tensor has no relu", bools(2)),
                one("a.relu()", Tensor::relu).on(of(0, -0.0, -1, INF)).kink(),
                one("a.erf()", Tensor::erf).on(f(3, 4)).empty(f(0)),
                one("a.erf()", Tensor::erf).on(of(-5, -2.6, 2.4, 1e-9, 7)).kink(),
                one("a.floor()", Tensor::floor).on(f(3, 4)).empty(f(0)),
                one("a.ceil()", Tensor::ceil).on(f(3, 4)).empty(f(0)),
                one("a.round()", Tensor::round).on(f(3, 4)).empty(f(0)),
                one("a.round()", Tensor::round)
                        .on(of(0.5, 1.5, 2.5, -0.5, -1.5))
                        .kink(),
                one("a.trunc()", Tensor::trunc).on(f(3, 4)).empty(f(0)),
                one("a.clamp(-0.5, 1)", x -> x.clamp(-0.5, 1)).on(f(3, 4)).empty(f(0)),
                one("a.clamp(-1, 1)", x -> x.clamp(-1, 1))
                        .on(of(-1, 1, -2, 2, 0, NAN))
                        .kink(),
                one("a.clamp(1, -1)", x -> x.clamp(1, -1)).on(of(-2, 0, 2)).kink(),
                one("a.clamp_min(0.5)", x -> x.clampMin(0.5)).on(f(3, 4)).empty(f(0)),
                one("a.clamp_min(1)", x -> x.clampMin(1)).on(of(1, 0, 2, NAN)).kink(),
                one("a.clamp_max(0.5)", x -> x.clampMax(0.5)).on(f(3, 4)).empty(f(0)),
                one("a.clamp_max(1)", x -> x.clampMax(1)).on(of(1, 0, 2, NAN)).kink(),
                one("a.isnan()", Tensor::isnan).on(of(NAN, INF, 1)).flat(),
                one("a.isinf()", Tensor::isinf).on(of(NAN, -INF, 1)).flat(),
                one("a.isfinite()", Tensor::isfinite).on(of(NAN, INF, 1)).flat(),
                one("a.isfinite()", Tensor::isfinite).on(index(3, 2)).flat(),
                one("torch.softmax(a, -1)", x -> x.softmax(-1))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .empty(f(4, 0))
                        .refuses("softmax: the dtype must be floating, got torch.int64", index(3, 2)),
                one("torch.softmax(a, 1)", x -> x.softmax(1))
                        .on(f(2, 3, 4))
                        .empty(f(2, 0, 4))
                        .refuses(
                                IndexOutOfBoundsException.class,
                                "softmax: dimension must be in [-1, 0], got 1 (shape [3])",
                                f(3)),
                one("torch.softmax(a, 0)", x -> x.softmax(0)).on(f()),
                one("torch.softmax(a, 0)", x -> x.softmax(0))
                        .on(of(1000, 1001, -INF))
                        .kink(),
                one("torch.log_softmax(a, -1)", x -> x.logSoftmax(-1))
                        .on(f(3, 4))
                        .empty(f(0, 4))
                        .refuses("logSoftmax: the dtype must be floating, got torch.int64", index(3, 2)),
                one("torch.log_softmax(a, 0)", x -> x.logSoftmax(0)).on(f(3, 4)),
                one("torch.log_softmax(a, 0)", x -> x.logSoftmax(0))
                        .on(of(1000, 1001, -1000))
                        .kink());
    }
}
