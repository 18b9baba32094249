package flambeau.bench;

import static flambeau.args.Args.bins;
import static flambeau.args.Args.dim;
import static flambeau.bench.OpCase.Area.INDEXING;
import static flambeau.bench.OpCase.Area.LINALG;
import static flambeau.bench.OpCase.Area.POINTWISE;
import static flambeau.bench.OpCase.Area.REDUCTION;
import static flambeau.bench.OpCase.Area.SORTING;

import flambeau.array.DType;
import flambeau.tensor.Linalg;
import flambeau.tensor.Tensors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations that are compared, a line each: PyTorch's expression and ours. */
final class OpCases {
    static final List<OpCase> ALL = Stream.of(
                    arithmetic(), functions(), dtypes(), reductions(), indexing(), sorting(), linalg())
            .flatMap(List::stream)
            .toList();

    private OpCases() {}

    private static List<OpCase> arithmetic() {
        return List.of(
                pointwise("x + y", o -> o.x.add(o.y)),
                pointwise("x * 2.5", o -> o.x.mul(2.5)),
                pointwise("x / y", o -> o.x.div(o.y)),
                pointwise("torch.maximum(x, y)", o -> o.x.maximum(o.y)),
                pointwise("x.clamp(0.7, 1.2)", o -> o.x.clamp(0.7, 1.2)),
                pointwise("x < y", o -> o.x.lt(o.y)),
                pointwise("torch.where(b, x, y)", o -> Tensors.where(o.b, o.x, o.y)),
                pointwise("x ** 2", o -> o.x.pow(2)),
                pointwise("x ** 2.5", o -> o.x.pow(2.5)),
                pointwise("torch.pow(x, y)", o -> o.x.pow(o.y)),
                pointwise("A + v", o -> o.A.add(o.v)),
                pointwise("A + v[:, None]", o -> o.A.add(o.v.unsqueeze(1))),
                pointwise("A.T + B", o -> o.A.t().add(o.B)),
                pointwise("x.clone().add_(y)", o -> o.x.clone().add_(o.y)),
                pointwise("torch.fmod(x, y)", o -> o.x.fmod(o.y)),
                pointwise("torch.remainder(x, y)", o -> o.x.remainder(o.y)),
                pointwise("torch.floor_divide(x, y)", o -> o.x.floorDivide(o.y)),
                pointwise("torch.lerp(x, y, 0.3)", o -> o.x.lerp(o.y, 0.3)),
                pointwise("torch.addcmul(x, x, y)", o -> o.x.addcmul(o.x, o.y)),
                pointwise("torch.hypot(x, y)", o -> o.x.hypot(o.y)),
                pointwise("torch.logaddexp(x, y)", o -> o.x.logaddexp(o.y)),
                pointwise("torch.logical_and(b, b)", o -> o.b.logicalAnd(o.b)));
    }

    private static List<OpCase> functions() {
        return List.of(
                pointwise("x.abs()", o -> o.x.abs()),
                pointwise("x.neg()", o -> o.x.neg()),
                pointwise("x.floor()", o -> o.x.floor()),
                pointwise("x.round()", o -> o.x.round()),
                pointwise("x.sqrt()", o -> o.x.sqrt()),
                pointwise("x.rsqrt()", o -> o.x.rsqrt()),
                pointwise("x.reciprocal()", o -> o.x.reciprocal()),
                pointwise("x.exp()", o -> o.x.exp()),
                pointwise("x.expm1()", o -> o.x.expm1()),
                pointwise("x.log()", o -> o.x.log()),
                pointwise("x.log1p()", o -> o.x.log1p()),
                pointwise("x.log2()", o -> o.x.log2()),
                pointwise("x.sin()", o -> o.x.sin()),
                pointwise("x.cos()", o -> o.x.cos()),
                pointwise("x.tan()", o -> o.x.tan()),
                pointwise("x.tanh()", o -> o.x.tanh()),
                pointwise("x.sigmoid()", o -> o.x.sigmoid()),
                pointwise("x.erf()", o -> o.x.erf()),
                pointwise("x.erfc()", o -> o.x.erfc()),
                pointwise("x.erfinv()", o -> o.x.erfinv()),
                pointwise("x.lgamma()", o -> o.x.lgamma()),
                pointwise("x.digamma()", o -> o.x.digamma()),
                pointwise("x.exp2()", o -> o.x.exp2()),
                pointwise("x.asin()", o -> o.x.asin()),
                pointwise("x.atan()", o -> o.x.atan()),
                pointwise("x.sinh()", o -> o.x.sinh()),
                pointwise("torch.atan2(x, y)", o -> o.x.atan2(o.y)),
                pointwise("x.isnan()", o -> o.x.isnan()),
                pointwise("x.nan_to_num()", o -> o.x.nanToNum()),
                pointwise("x.relu()", o -> o.x.relu()),
                pointwise("A.softmax(-1)", o -> o.A.softmax(-1)),
                pointwise("A.log_softmax(-1)", o -> o.A.logSoftmax(-1)));
    }

    private static List<OpCase> dtypes() {
        return List.of(
                pointwise("d + e", o -> o.d.add(o.e)),
                pointwise("d.exp()", o -> o.d.exp()),
                pointwise("d.sin()", o -> o.d.sin()),
                pointwise("d.log()", o -> o.d.log()),
                pointwise("d.erf()", o -> o.d.erf()),
                pointwise("torch.pow(d, e)", o -> o.d.pow(o.e)),
                pointwise("h + h", o -> o.h.add(o.h)),
                pointwise("g * g", o -> o.g.mul(o.g)),
                pointwise("i + j", o -> o.i.add(o.j)),
                pointwise("i * 3", o -> o.i.mul(3)),
                pointwise("i < j", o -> o.i.lt(o.j)),
                pointwise("i & j", o -> o.i.bitwiseAnd(o.j)),
                pointwise("torch.gcd(i, j)", o -> o.i.gcd(o.j)),
                pointwise("i // 7", o -> o.i.floorDivide(7)),
                pointwise("x.double()", o -> o.x.to(DType.FLOAT64)),
                pointwise("d.float()", o -> o.d.to(DType.FLOAT32)),
                pointwise("i.float()", o -> o.i.to(DType.FLOAT32)),
                pointwise("x.long()", o -> o.x.to(DType.INT64)),
                pointwise("x.half()", o -> o.x.to(DType.FLOAT16)),
                pointwise("b.float()", o -> o.b.to(DType.FLOAT32)));
    }

    private static List<OpCase> reductions() {
        return List.of(
                reduction("x.sum()", o -> o.x.sum()),
                reduction("A.sum(0)", o -> o.A.sum(0)),
                reduction("A.sum(1)", o -> o.A.sum(1)),
                reduction("x.mean()", o -> o.x.mean()),
                reduction("x.prod()", o -> o.x.prod()),
                reduction("x.max()", o -> o.x.max()),
                reduction("A.max(1)", o -> o.A.max(1)),
                reduction("A.amax(0)", o -> o.A.amax(dim(0))),
                reduction("x.argmax()", o -> o.x.argmax()),
                reduction("x.var()", o -> o.x.var()),
                reduction("A.std(1)", o -> o.A.std(dim(1))),
                reduction("b.any()", o -> o.b.any()),
                reduction("b.all()", o -> o.b.all()),
                reduction("d.sum()", o -> o.d.sum()),
                reduction("i.sum()", o -> o.i.sum()),
                reduction("b.sum()", o -> o.b.sum()),
                reduction("x.norm()", o -> o.x.norm()),
                reduction("x.nansum()", o -> o.x.nansum()),
                reduction("torch.count_nonzero(x)", o -> o.x.countNonzero()),
                reduction("torch.logsumexp(A, 1)", o -> o.A.logsumexp(1)),
                reduction("x.cumsum(0)", o -> o.x.cumsum(0)),
                reduction("A.cumsum(0)", o -> o.A.cumsum(0)),
                reduction("x.cumprod(0)", o -> o.x.cumprod(0)),
                reduction("x.cummax(0)", o -> o.x.cummax(0)),
                reduction("x.aminmax()", o -> o.x.aminmax()));
    }

    private static List<OpCase> indexing() {
        return List.of(
                indexing("x.gather(0, i)", o -> o.x.gather(0, o.i)),
                indexing("x.index_select(0, i)", o -> o.x.indexSelect(0, o.i)),
                indexing("A.T.contiguous()", o -> o.A.t().contiguous()),
                indexing("x.clone()", o -> o.x.clone()),
                indexing("torch.cat([x, y])", o -> Tensors.cat(List.of(o.x, o.y), 0)),
                indexing("torch.stack([x, y], 1)", o -> Tensors.stack(List.of(o.x, o.y), 1)),
                indexing("x[i]", o -> o.x.get(o.i)),
                indexing("x[b]", o -> o.x.get(o.b)),
                indexing("x.take(i)", o -> o.x.take(o.i)),
                indexing("x.masked_fill(b, 0.5)", o -> o.x.maskedFill(o.b, 0.5)),
                indexing("x.masked_select(b)", o -> o.x.maskedSelect(o.b)),
                indexing("b.nonzero()", o -> o.b.nonzero()),
                indexing("y.scatter(0, i, x)", o -> o.y.scatter(0, o.i, o.x)),
                indexing("y.scatter_add(0, i, x)", o -> o.y.scatterAdd(0, o.i, o.x)),
                indexing("y.index_add(0, i, x)", o -> o.y.indexAdd(0, o.i, o.x)),
                indexing("x.flip(0)", o -> o.x.flip(0)),
                indexing("A.flip(1)", o -> o.A.flip(1)),
                indexing("x.roll(3)", o -> o.x.roll(3)),
                indexing("x.repeat(2)", o -> o.x.repeat(2)),
                indexing("A.tril()", o -> o.A.tril()),
                indexing("A.diagonal().clone()", o -> o.A.diagonal().clone()),
                indexing(
                        "A[:, ::2].contiguous()",
                        o -> o.A.get(Tensors.all(), Tensors.every(2)).contiguous()),
                indexing("x.split(max(n // 4, 1))", o -> o.x.split(Math.max(o.n / 4, 1), 0)));
    }

    private static List<OpCase> sorting() {
        return List.of(
                sorting("x.sort()", o -> o.x.sort()),
                sorting("i.sort()", o -> o.i.sort()),
                sorting("A.sort(0)", o -> o.A.sort(0)),
                sorting("x.argsort()", o -> o.x.argsort()),
                sorting("x.topk(max(n // 10, 1))", o -> o.x.topk(Math.max(o.n / 10, 1))),
                sorting("x.kthvalue(max(n // 2, 1))", o -> o.x.kthvalue(Math.max(o.n / 2, 1))),
                sorting("x.median()", o -> o.x.median()),
                sorting("x.quantile(0.3)", o -> o.x.quantile(0.3)),
                sorting("k.mode()", o -> o.k.mode()),
                sorting("k.unique()", o -> o.k.unique()),
                sorting("x.unique()", o -> o.x.unique()),
                sorting("torch.searchsorted(r, x)", o -> o.r.searchsorted(o.x)),
                sorting("k.bincount()", o -> o.k.bincount()),
                sorting("x.histc(50)", o -> o.x.histc(bins(50))));
    }

    private static List<OpCase> linalg() {
        return List.of(
                linalg("A @ B", o -> o.A.matmul(o.B)),
                linalg("A.T @ B", o -> o.A.t().matmul(o.B)),
                linalg("A @ v", o -> o.A.matmul(o.v)),
                linalg("D @ D", o -> o.D.matmul(o.D)),
                linalg("torch.dot(x, y)", o -> o.x.dot(o.y)),
                linalg("torch.outer(v, v)", o -> o.v.outer(o.v)),
                linalg("torch.einsum('ij,jk->ik', A, B)", o -> Tensors.einsum("ij,jk->ik", List.of(o.A, o.B))),
                linalg("torch.linalg.inv(S)", o -> Linalg.inv(o.S)),
                linalg("torch.linalg.det(S)", o -> Linalg.det(o.S)),
                linalg("torch.linalg.solve(S, v)", o -> Linalg.solve(o.S, o.v)),
                linalg("torch.linalg.cholesky(S)", o -> Linalg.cholesky(o.S)),
                linalg("torch.linalg.qr(A)", o -> Linalg.qr(o.A)),
                linalg("torch.linalg.lu_factor(A)", o -> Linalg.luFactor(o.A)),
                linalg("torch.linalg.eigh(S)", o -> Linalg.eigh(o.S)),
                linalg("torch.linalg.svd(A)", o -> Linalg.svd(o.A)),
                linalg("torch.cdist(A, B)", o -> o.A.cdist(o.B)));
    }

    private static OpCase pointwise(String torch, Function<OpOperands, Object> step) {
        return new OpCase(POINTWISE, torch, step);
    }

    private static OpCase reduction(String torch, Function<OpOperands, Object> step) {
        return new OpCase(REDUCTION, torch, step);
    }

    private static OpCase indexing(String torch, Function<OpOperands, Object> step) {
        return new OpCase(INDEXING, torch, step);
    }

    private static OpCase sorting(String torch, Function<OpOperands, Object> step) {
        return new OpCase(SORTING, torch, step);
    }

    private static OpCase linalg(String torch, Function<OpOperands, Object> step) {
        return new OpCase(LINALG, torch, step);
    }
}
