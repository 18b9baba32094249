package flambeau.tensor;

import static flambeau.args.Args.bins;
import static flambeau.args.Args.correction;
import static flambeau.args.Args.descending;
import static flambeau.args.Args.dim;
import static flambeau.args.Args.dx;
import static flambeau.args.Args.edgeOrder;
import static flambeau.args.Args.interpolation;
import static flambeau.args.Args.keepdim;
import static flambeau.args.Args.largest;
import static flambeau.args.Args.minlength;
import static flambeau.args.Args.returnCounts;
import static flambeau.args.Args.returnInverse;
import static flambeau.args.Args.right;
import static flambeau.args.Args.spacing;
import static flambeau.args.Args.stable;
import static flambeau.args.Args.unbiased;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;

import flambeau.args.Args;
import flambeau.args.Interpolation;
import flambeau.array.DType;
import java.util.List;
import java.util.stream.Stream;

final class SortingRows {
    private static final Class<IndexOutOfBoundsException> BOUNDS = IndexOutOfBoundsException.class;
    private static final double NAN = Double.NaN;

    private SortingRows() {}

    static List<Row> rows() {
        return Stream.of(sorts(), ranks(), scans(), statistics(), counts(), integrals())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> sorts() {
        return List.of(
                one("a.sort()[0]", x -> x.sort().values())
                        .on(f(3, 5))
                        .empty(f(0))
                        .empty(f(2, 0)),
                one("a.sort()[0]", x -> x.sort().values()).on(f()),
                one("a.sort(stable=True)[1]", x -> x.sort(stable(true)).indices())
                        .on(index(4, 3, 20))
                        .flat(),
                one(
                                "a.sort(0, descending=True)[0]",
                                x -> x.sort(dim(0), descending(true)).values())
                        .on(f(4, 3, 2)),
                one(
                                "a.sort(stable=True, dim=-1, descending=True)[0]",
                                x -> x.sort(dim(-1), descending(true), stable(true))
                                        .values())
                        .on(of(1, NAN, -1, 0, NAN, Double.POSITIVE_INFINITY))
                        .kink(),
                one("a.argsort(1)", x -> x.argsort(dim(1))).on(f(3, 6)).flat(),
                one("a.msort()", Tensor::msort).on(f(5, 3)),
                one("a.topk(3)[0]", x -> x.topk(3).values())
                        .on(f(4, 6))
                        .refuses("topk: k must be in [0, 2], got 3", f(2))
                        .refuses("topk: takes no bool tensor", bools(4)),
                one(
                                "a.topk(2, 0, largest=False)[1]",
                                x -> x.topk(2, dim(0), largest(false)).indices())
                        .on(f(4, 3))
                        .flat(),
                one("a.topk(0)[0]", x -> x.topk(0).values()).on(f(3)).kink());
    }

    private static List<Row> ranks() {
        return List.of(
                one("a.kthvalue(2)[0]", x -> x.kthvalue(2).values())
                        .on(f(3, 4))
                        .refuses("kthvalue: k must be in [1, 1], got 2", f(1)),
                one(
                                "a.kthvalue(1, 0, keepdim=True)[1]",
                                x -> x.kthvalue(1, dim(0), keepdim(true)).indices())
                        .on(f(3, 4))
                        .flat()
                        .empty(f(2, 0)),
                one("a.median()", x -> x.median()).on(f(3, 4)).empty(f(0)),
                one("a.median()", x -> x.median()).on(of(1, 2, 2, 2, 3)).kink(),
                one("a.median()", x -> x.median()).on(of(1, NAN, 2, NAN, 3)).kink(),
                one("a.median(1)[0]", x -> x.median(1).values())
                        .on(f(2, 4, 3))
                        .refuses("median: dimension 1 is empty", f(2, 0)),
                one("a.median(0)[1]", x -> x.median(0).indices())
                        .on(of(1, NAN, 2, NAN))
                        .flat(),
                one("a.nanmedian()", x -> x.nanmedian())
                        .on(of(1, NAN, 2, NAN, 3))
                        .kink(),
                one(
                                "a.nanmedian(0, keepdim=True)[0]",
                                x -> x.nanmedian(0, keepdim(true)).values())
                        .on(of(1, NAN, 2, 0.5, 3))
                        .kink(),
                one("a.mode()[0]", x -> x.mode().values()).on(f(3, 1)),
                one("a.mode(0)[1]", x -> x.mode(dim(0)).indices())
                        .on(of(2, 1, 2, 3, 1, 3, 3, 1))
                        .flat(),
                one(
                                "a.double().quantile(0.3).to(a.dtype)",
                                x -> x.toDouble().quantile(0.3).to(x.dtype()))
                        .on(f(3, 4))
                        .refuses("quantile: an empty tensor has no quantile", f(0)),
                one(
                                "a.double().quantile(torch.tensor([0.0, 0.4, 1.0], dtype=torch.float64),"
                                        + " 1).to(a.dtype)",
                                x -> x.toDouble().quantile(q(), dim(1)).to(x.dtype()))
                        .on(f(2, 4, 3)),
                one(
                                "a.double().quantile(0.6, 0, keepdim=True, interpolation='midpoint').to(a.dtype)",
                                x -> x.toDouble()
                                        .quantile(0.6, dim(0), keepdim(true), interpolation(Interpolation.MIDPOINT))
                                        .to(x.dtype()))
                        .on(f(4, 3)),
                one(
                                "a.double().quantile(0.6, 0, interpolation='nearest').to(a.dtype)",
                                x -> x.toDouble()
                                        .quantile(0.6, dim(0), interpolation(Interpolation.NEAREST))
                                        .to(x.dtype()))
                        .on(f(4, 3)),
                one(
                                "a.double().quantile(0.6, interpolation='lower').to(a.dtype)",
                                x -> x.toDouble()
                                        .quantile(0.6, interpolation(Interpolation.LOWER))
                                        .to(x.dtype()))
                        .on(f(5)),
                one(
                                "a.double().quantile(0.6, interpolation='higher').to(a.dtype)",
                                x -> x.toDouble()
                                        .quantile(0.6, interpolation(Interpolation.HIGHER))
                                        .to(x.dtype()))
                        .on(f(5)),
                one(
                                "a.double().quantile(0.5).to(a.dtype)",
                                x -> x.toDouble().quantile(0.5).to(x.dtype()))
                        .on(of(1, NAN, 2))
                        .kink(),
                one(
                                "a.double().nanquantile(0.3).to(a.dtype)",
                                x -> x.toDouble().nanquantile(0.3).to(x.dtype()))
                        .on(of(1, NAN, 2, 5))
                        .kink());
    }

    private static Tensor q() {
        return Tensors.tensor(new double[] {0, 0.4, 1}, Args.dtype(DType.FLOAT64));
    }

    private static List<Row> scans() {
        return List.of(
                one("a.cumsum(1)", x -> x.cumsum(1))
                        .on(f(3, 4, 2))
                        .empty(f(0, 3))
                        .refuses(BOUNDS, "cumsum: dimension must be in [-1, 0], got 1 (shape [3])", f(3)),
                one("a.cumsum(0)", x -> x.cumsum(0)).on(f()),
                one("a.cumsum(-1)", x -> x.cumsum(-1)).on(bools(3, 4)).flat(),
                one("a.cumprod(0)", x -> x.cumprod(0)).on(f(4, 3)),
                one("a.cumprod(0)", x -> x.cumprod(0)).on(of(2, 0, 3, 0, 5)),
                one("a.logcumsumexp(1)", x -> x.logcumsumexp(1))
                        .on(f(3, 4))
                        .refuses("logcumsumexp: the dtype must be floating, got torch.int64", index(3, 2)),
                one("a.logcumsumexp(0)", x -> x.logcumsumexp(0)).on(of(800, 2, -900, 801)),
                one("a.cummax(0)[0]", x -> x.cummax(0).values()).on(f(5, 2)),
                one("a.cummax(0)[1]", x -> x.cummax(0).indices())
                        .on(of(1, 1, NAN, 2, NAN))
                        .flat(),
                one("a.cummin(1)[0]", x -> x.cummin(1).values()).on(f(2, 5)),
                one(
                                "put(a, lambda y: y.cumsum_(0)) * 1",
                                x -> x.clone().cumsum_(0).mul(1))
                        .on(f(3, 2)),
                one(
                                "put(a, lambda y: y.cumprod_(0)) * 1",
                                x -> x.clone().cumprod_(0).mul(1))
                        .on(f(3, 2))
                        .refuses("cumprod_: takes no bool tensor", bools(2)));
    }

    private static List<Row> statistics() {
        return List.of(
                one("a.prod(1)", x -> x.prod(1)).on(positive(2, 3, 2)).empty(f(2, 0)),
                one("a.prod(0, keepdim=True)", x -> x.prod(dim(0), keepdim(true)))
                        .on(of(2, 0, 3, 0, 1)),
                one("a.nansum(0)", x -> x.nansum(dim(0))).on(of(1, NAN, 3)).kink(),
                one("a.nanmean()", x -> x.nanmean()).on(of(1, NAN, 3)).kink(),
                one("a.count_nonzero(1)", x -> x.countNonzero(1))
                        .on(bools(3, 4))
                        .flat(),
                one("a.var(unbiased=False)", x -> x.var(unbiased(false))).on(f(3, 4)),
                one("a.var(1, correction=1.3)", x -> x.var(dim(1), correction(1.3)))
                        .on(f(2, 4, 3)),
                one("torch.var_mean(a, 0)[0]", x -> x.varMean(dim(0)).var()).on(f(3, 4)),
                one("torch.var_mean(a, 0)[1]", x -> x.varMean(dim(0)).mean()).on(f(3, 4)),
                one("torch.std_mean(a)[0]", x -> x.stdMean().std()).on(f(3, 4)),
                one("torch.aminmax(a)[1]", x -> x.aminmax().max())
                        .on(of(1, 3, 3, 2))
                        .kink(),
                one("torch.aminmax(a, dim=1)[0]", x -> x.aminmax(dim(1)).min()).on(f(3, 4)),
                two("a.max(b)", (a, b) -> a.max(b)).on(f(3, 4), f(4)),
                one("a.argmax(1, keepdim=True)", x -> x.argmax(dim(1), keepdim(true)))
                        .on(f(3, 4))
                        .flat(),
                one("a.logsumexp(1)", x -> x.logsumexp(1)).on(f(2, 3, 2)).empty(f(2, 0)),
                one("a.logsumexp((0, -1), keepdim=True)", x -> x.logsumexp(new int[] {0, -1}, keepdim(true)))
                        .on(f(2, 3, 2)),
                one("torch.cov(a)", x -> x.cov())
                        .on(f(3, 4))
                        .refuses("cov: takes at most 2 dimensions, got [1, 1, 1]", f(1, 1, 1)),
                one("torch.cov(a, correction=0)", x -> x.cov(correction(0))).on(f(4)),
                two("torch.cov(a, aweights=b)", (a, b) -> a.cov(Args.aweights(b)))
                        .on(f(3, 4), positive(4)),
                two("torch.cov(a, fweights=b + 1)", (a, b) -> a.cov(Args.fweights(b.add(1))))
                        .on(f(3, 4), index(3, 4)),
                one("torch.corrcoef(a)", Tensor::corrcoef).on(f(3, 4)),
                one("a.sum_to_size(3, 1)", x -> x.sumToSize(3, 1))
                        .on(f(2, 3, 4))
                        .refuses("sumToSize: [3, 1] does not broadcast to [2, 2]", f(2, 2)));
    }

    private static List<Row> counts() {
        return List.of(
                one("torch.bincount(a)", x -> x.bincount())
                        .on(index(6, 20))
                        .flat()
                        .refuses("bincount: takes a vector of integers, got float64 [2]", f(2)),
                one("torch.bincount(a, minlength=9)", x -> x.bincount(minlength(9)))
                        .on(index(6, 20))
                        .flat(),
                two(
                                "torch.bincount(a, b.detach().float())",
                                (a, b) -> a.bincount(Args.weights(b.detach().toFloat())))
                        .on(index(4, 5), of(1, 2, 3, 4, 5))
                        .flat(),
                one("torch.histc(a, 5)", x -> x.histc(bins(5))).on(f(20)).flat(),
                one("torch.histc(a, 5, 0, 2)", x -> x.histc(bins(5), Args.min(0), Args.max(2)))
                        .on(f(20))
                        .flat(),
                two("torch.searchsorted(a, b)", (a, b) -> a.searchsorted(b))
                        .on(of(1, 2, 2, 3), of(2, 0, 5, NAN))
                        .flat(),
                two("torch.searchsorted(a, b, right=True)", (a, b) -> a.searchsorted(b, right(true)))
                        .on(of(1, 2, 2, 3), of(2, 0, 5, 3))
                        .flat(),
                two("torch.bucketize(a, b)", (a, b) -> a.bucketize(b))
                        .on(f(3, 4), of(-1, 0, 1))
                        .flat(),
                one("torch.unique(a)", x -> x.unique().output())
                        .on(index(5, 3, 4))
                        .flat(),
                one(
                                "torch.unique(a, return_inverse=True)[1]",
                                x -> x.unique(returnInverse(true)).inverseIndices())
                        .on(index(5, 3, 4))
                        .flat(),
                one(
                                "torch.unique(a, dim=1, return_counts=True)[1]",
                                x -> x.unique(dim(1), returnCounts(true)).counts())
                        .on(index(2, 2, 9))
                        .flat(),
                one("torch.unique(a, dim=0)", x -> x.unique(dim(0)).output())
                        .on(index(2, 9, 2))
                        .flat(),
                one("torch.unique_consecutive(a)", x -> x.uniqueConsecutive().output())
                        .on(index(2, 20))
                        .flat(),
                one(
                                "torch.unique_consecutive(a, return_counts=True, dim=0)[1]",
                                x -> x.uniqueConsecutive(returnCounts(true), dim(0))
                                        .counts())
                        .on(index(2, 20, 1))
                        .flat());
    }

    private static List<Row> integrals() {
        return List.of(
                one("torch.trapezoid(a)", x -> x.trapezoid()).on(f(3, 4)),
                one("torch.trapezoid(a, dx=0.5, dim=0)", x -> x.trapezoid(dx(0.5), dim(0)))
                        .on(f(3, 4)),
                two("torch.trapezoid(a, b)", (a, b) -> a.trapezoid(b)).on(f(3, 4), f(4)),
                two("torch.trapz(a, b, dim=0)", (a, b) -> a.trapz(b, dim(0))).on(f(3, 4), f(3, 4)),
                one("torch.cumulative_trapezoid(a)", x -> x.cumulativeTrapezoid())
                        .on(f(3, 4)),
                two("torch.cumulative_trapezoid(a, b, dim=0)", (a, b) -> a.cumulativeTrapezoid(b, dim(0)))
                        .on(f(3, 4), f(3)),
                one("torch.gradient(a)[1]", x -> x.gradient().get(1)).on(f(4, 5)),
                one(
                                "torch.gradient(a, spacing=2.0, dim=0, edge_order=2)[0]",
                                x -> x.gradient(spacing(2), dim(0), edgeOrder(2))
                                        .getFirst())
                        .on(f(4, 5)),
                two(
                                "torch.gradient(a, spacing=[b], dim=-1)[0]",
                                (a, b) ->
                                        a.gradient(spacing(List.of(b)), dim(-1)).getFirst())
                        .on(f(3, 4), of(0, 1, 3, 4)),
                two(
                                "torch.gradient(a, spacing=[b], dim=-1, edge_order=2)[0]",
                                (a, b) -> a.gradient(spacing(List.of(b)), dim(-1), edgeOrder(2))
                                        .getFirst())
                        .on(f(3, 4), of(0, 1, 3, 4)));
    }
}
