package flambeau.bench;

import static flambeau.args.Args.dim;
import static flambeau.bench.OpCase.Area.INDEXING;
import static flambeau.bench.OpCase.Area.LINALG;
import static flambeau.bench.OpCase.Area.POINTWISE;
import static flambeau.bench.OpCase.Area.REDUCTION;

import flambeau.array.DType;
import flambeau.tensor.Tensors;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations that are compared, a line each: PyTorch's expression and ours. */
final class OpCases {
    static final List<OpCase> ALL = Stream.of(arithmetic(), functions(), dtypes(), reductions(), indexing(), linalg())
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
                pointwise("x.clone().add_(y)", o -> o.x.clone().add_(o.y)));
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
                pointwise("x.relu()", o -> o.x.relu()),
                pointwise("A.softmax(-1)", o -> o.A.softmax(-1)),
                pointwise("A.log_softmax(-1)", o -> o.A.logSoftmax(-1)));
    }

    private static List<OpCase> dtypes() {
        return List.of(
                pointwise("d + e", o -> o.d.add(o.e)),
                pointwise("d.exp()", o -> o.d.exp()),
                pointwise("d.sin()", o -> o.d.sin()),
                pointwise("h + h", o -> o.h.add(o.h)),
                pointwise("g * g", o -> o.g.mul(o.g)),
                pointwise("i + j", o -> o.i.add(o.j)),
                pointwise("i * 3", o -> o.i.mul(3)),
                pointwise("i < j", o -> o.i.lt(o.j)),
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
                reduction("b.sum()", o -> o.b.sum()));
    }

    private static List<OpCase> indexing() {
        return List.of(
                indexing("x.gather(0, i)", o -> o.x.gather(0, o.i)),
                indexing("x.index_select(0, i)", o -> o.x.indexSelect(0, o.i)),
                indexing("A.T.contiguous()", o -> o.A.t().contiguous()),
                indexing("x.clone()", o -> o.x.clone()),
                indexing("torch.cat([x, y])", o -> Tensors.cat(List.of(o.x, o.y), 0)));
    }

    private static List<OpCase> linalg() {
        return List.of(
                linalg("A @ B", o -> o.A.matmul(o.B)),
                linalg("A.T @ B", o -> o.A.t().matmul(o.B)),
                linalg("A @ v", o -> o.A.matmul(o.v)),
                linalg("D @ D", o -> o.D.matmul(o.D)));
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

    private static OpCase linalg(String torch, Function<OpOperands, Object> step) {
        return new OpCase(LINALG, torch, step);
    }
}
