package flambeau.tensor;

import static flambeau.args.Args.eps;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;
import static flambeau.tensor.Sample.within;

import java.util.List;
import java.util.function.UnaryOperator;

/** PyTorch lacks erfcx, ndtri, log_ndtr and zeta for halves, so their dtypes are not compared here but refused. */
final class SpecialRows {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private SpecialRows() {}

    static List<Row> rows() {
        return List.of(
                smooth("a.erfc()", Tensor::erfc, f(3, 4)),
                smooth("a.erfinv()", Tensor::erfinv, within(-0.9, 0.9, 3, 4)),
                smooth("a.lgamma()", Tensor::lgamma, positive(3, 4)),
                smooth("a.digamma()", Tensor::digamma, within(20, 40, 3, 4)), // PyTorch's trigamma is inexact below
                smooth("a.polygamma(1)", a -> a.polygamma(1), within(20, 40, 3, 4)),
                smooth("a.polygamma(2)", a -> a.polygamma(2), positive(3, 4)),
                smooth("torch.mvlgamma(a, 2)", a -> a.mvlgamma(2), within(2, 4, 3, 4)),
                smooth("a.i0()", Tensor::i0, f(3, 4)),
                smooth("torch.special.i0e(a)", Special::i0e, positive(3, 4)),
                smooth("torch.special.i1(a)", Special::i1, positive(3, 4)),
                smooth("torch.special.i1e(a)", Special::i1e, positive(3, 4)),
                smooth("torch.special.entr(a)", Special::entr, positive(3, 4)),
                smooth("torch.special.ndtr(a)", Special::ndtr, f(3, 4)),
                smooth("a.logit()", Tensor::logit, within(0.1, 0.9, 3, 4)),
                smooth("a.logit(0.2)", a -> a.logit(eps(0.2)), within(0.3, 0.7, 3, 4)),
                one("a.erfc()", Tensor::erfc).on(of(-6, 0, 3, 10, 26, 30, NAN)).kink(),
                one("a.erfinv()", Tensor::erfinv).on(of(1, -1, 0, 2, 0.9999999)).kink(),
                one("a.lgamma()", Tensor::lgamma)
                        .on(of(-1.5, 1, 2, 1e10, 0.25, INF))
                        .kink(),
                one("a.digamma()", Tensor::digamma).on(of(-1.5, 1, 30, 0.25)).flat(),
                one("a.digamma()", Tensor::digamma).on(of(0, -0.0, INF, NAN)).kink(),
                one("a.polygamma(3)", a -> a.polygamma(3)).on(of(-1.5, 0.1, 30)).kink(),
                one("a.polygamma(0)", a -> a.polygamma(0)).on(within(20, 40, 2)),
                one("a.logit(0.2)", a -> a.logit(eps(0.2)))
                        .on(of(-1, 0.1, 0.2, 0.8, 0.9, NAN))
                        .kink(),
                one("a.logit()", Tensor::logit).on(of(0, 1, 2, -1)).kink(),
                one("torch.special.entr(a)", Special::entr)
                        .on(of(0, -1, 1, INF, NAN))
                        .kink(),
                one("torch.special.i1(a)", Special::i1).on(of(0, -3, 9)).kink(),
                one("torch.special.i1e(a)", Special::i1e).on(of(0, -3, 9, 1000)).kink(),
                one("torch.special.i0e(a)", Special::i0e).on(of(0, -3, 9, 1000)).kink(),
                two("torch.special.xlog1py(a, b)", Special::xlog1py)
                        .on(positive(3, 4), positive(4))
                        .empty(f(0), f(0)),
                two("torch.special.xlog1py(a, b)", Special::xlog1py)
                        .on(of(0, 0, 0, 1, -1), of(0.5, -1, NAN, 2, 0))
                        .kink(),
                one("torch.special.xlog1py(a, 2)", a -> Special.xlog1py(a, 2)).on(positive(4)),
                one("torch.special.xlog1py(2, a)", a -> Special.xlog1py(2, a)).on(positive(4)),
                two("torch.igamma(a.detach(), b)", (a, b) -> a.detach().igamma(b))
                        .on(positive(3, 4), positive(4))
                        .kink()
                        .empty(f(0), f(0))
                        .refuses("igamma: the dtype must be floating, got torch.int64", index(3, 2), index(3, 2)),
                two("torch.igammac(a.detach(), b)", (a, b) -> a.detach().igammac(b))
                        .on(positive(3, 4), positive(4))
                        .kink()
                        .empty(f(0), f(0)),
                two("torch.igamma(a.detach(), b)", (a, b) -> a.detach().igamma(b))
                        .on(of(0, 1, 3, 7, 2, INF, 1), of(1, 0, 2, 9, INF, 1, -1))
                        .kink());
    }

    private static Row smooth(String torch, UnaryOperator<Tensor> f, Sample x) {
        return one(torch, f).on(x).empty(f(0));
    }
}
