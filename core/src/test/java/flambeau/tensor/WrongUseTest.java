package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.ellipsis;
import static flambeau.tensor.Tensors.slice;
import static flambeau.tensor.Tensors.tensor;

import java.util.List;
import java.util.stream.Stream;

/** Wrong ways to compute with tensors, to look at their parts and to change them. */
class WrongUseTest extends WrongCalls {
    @Override
    Stream<List<Call>> calls() {
        return Stream.of(elements(), views(), indices(), inPlace(), nulls());
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private List<Call> nulls() {
        Tensor none = null;
        return List.of(
                no(ARGUMENT, "add: an operand is null", () -> x.add(none)),
                no(ARGUMENT, "sub: an operand is null", () -> x.sub(none)),
                no(ARGUMENT, "mul: an operand is null", () -> x.mul(none)),
                no(ARGUMENT, "gt: an operand is null", () -> x.gt(none)),
                no(ARGUMENT, "mul_: an operand is null", () -> x.mul_(none)),
                no(ARGUMENT, "matmul: an operand is null", () -> x.matmul(none)),
                no(ARGUMENT, "to: an operand is null", () -> x.to(none)),
                no(ARGUMENT, "cat: an operand is null", () -> Tensors.cat(java.util.Arrays.asList(x, none), 0)),
                no(ARGUMENT, "stack: an operand is null", () -> Tensors.stack(java.util.Arrays.asList(x, none), 0)));
    }

    private List<Call> elements() {
        return List.of(
                no(ARGUMENT, "item: the tensor must have 1 element, has 6 (shape [2, 3])", x::item),
                no(ARGUMENT, "item: the tensor must have 1 element, has 0 (shape [0])", empty::isTrue),
                no(ARGUMENT, "floorDivide: an integer cannot be divided by 0", () -> whole.floorDivide(0)),
                no(ARGUMENT, "floorDivide: an integer cannot be divided by 0", () -> whole.floorDivide(whole.sub(1))),
                no(ARGUMENT, "pow: an integer has no power with a negative exponent, got -1", () -> whole.pow(-1)),
                no(ARGUMENT, "sub: bool tensors have no difference, use logicalXor or logicalNot", () -> truth.sub(1)),
                no(
                        ARGUMENT,
                        "rsub: bool tensors have no difference, use logicalXor or logicalNot",
                        () -> truth.rsub(1)),
                no(ARGUMENT, "isclose: dtypes differ: torch.float32 and torch.int64", () -> x.allclose(whole)),
                no(
                        ARGUMENT,
                        "mm: both must have one dtype, got torch.float32 and torch.float64",
                        () -> x.mm(x.t().toDouble())),
                no(
                        ARGUMENT,
                        "matmul: both must have one dtype, got torch.float32 and torch.int64",
                        () -> x.matmul(whole)),
                no(ARGUMENT, "argmax: takes no bool tensor", () -> truth.argmax(0)),
                no(ARGUMENT, "max: an empty tensor has no extreme", empty::max),
                no(ARGUMENT, "argmin: an empty tensor has no extreme", empty::argmin),
                no(ARGUMENT, "sum: dimension 1 is named twice", () -> x.sum(dim(1, -1))),
                no(INDEX, "amax: dimension must be in [-2, 1], got 2 (shape [2, 3])", () -> x.amax(dim(2))),
                no(INDEX, "size: dimension must be in [-2, 1], got 5 (shape [2, 3])", () -> x.size(5)),
                no(
                        INDEX,
                        "size: a tensor without dimensions has no dimension 0",
                        () -> tensor(1.0).size(0)));
    }

    private List<Call> views() {
        return List.of(
                no(ARGUMENT, "view: shape [4] is invalid for 6 elements", () -> x.view(4)),
                no(ARGUMENT, "view: only one size can be -1, got [-1, -1]", () -> x.view(-1, -1)),
                no(ARGUMENT, "view: a size must be at least -1, got -2", () -> x.view(-2, 3)),
                no(
                        ARGUMENT,
                        "view: [3, 2] with strides [1, 3] cannot be seen as [6] without a copy, use reshape",
                        () -> x.t().view(6)),
                no(ARGUMENT, "reshape: shape [0, -1] is invalid for 0 elements", () -> empty.reshape(0, -1)),
                no(
                        ARGUMENT,
                        "reshape: shape [65536, 65536, 65536, 65536] is invalid for 0 elements",
                        () -> empty.reshape(65536, 65536, 65536, 65536)),
                no(ARGUMENT, "permute: dimension 0 is named twice", () -> x.permute(0, 0)),
                no(ARGUMENT, "expand: [2, 3] does not broadcast to [3, 3]", () -> x.expand(3, 3)),
                no(ARGUMENT, "expand: [2, 3] does not broadcast to [-1, 2, 3]", () -> x.expand(-1, 2, 3)),
                no(
                        ARGUMENT,
                        "shape: too many elements: [2147483647, 2147483647, 2, 3]",
                        () -> x.expand(MOST, MOST, 2, 3)),
                no(ARGUMENT, "flatten: startDim 1 comes after endDim 0", () -> x.flatten(1, 0)),
                no(ARGUMENT, "split: the size must be positive, got 0", () -> x.split(0, 0)),
                no(ARGUMENT, "chunk: their number must be positive, got 0", () -> x.chunk(0, 0)),
                no(INDEX, "unsqueeze: dimension must be in [-3, 2], got 3", () -> x.unsqueeze(3)),
                no(INDEX, "unbind: dimension must be in [-2, 1], got 2 (shape [2, 3])", () -> x.unbind(2)));
    }

    private List<Call> indices() {
        return List.of(
                no(INDEX, "get: index 2 is out of bounds for dimension 0 of size 2", () -> x.get(2)),
                no(INDEX, "get: index -3 is out of bounds for dimension 0 of size 2", () -> x.get(-3)),
                no(INDEX, "get: index 3 is out of bounds for dimension 1 of size 3", () -> x.get(at(0), at(3))),
                no(
                        INDEX,
                        "get: 1 indices for a tensor of 0 dimensions (shape [])",
                        () -> tensor(1.0).get(0)),
                no(ARGUMENT, "get: only one ellipsis can be given", () -> x.get(ellipsis(), ellipsis())),
                no(ARGUMENT, "get: a slice's step must be positive, got -1", () -> x.get(slice(0, 2, -1))),
                no(
                        INDEX,
                        "narrow: start 1 and length 2147483647 must lie in a dimension of size 3",
                        () -> x.narrow(1, 1, MOST)),
                no(INDEX, "narrow: start 0 and length -1 must lie in a dimension of size 2", () -> x.narrow(0, 0, -1)),
                no(INDEX, "select: index 5 is out of bounds for dimension 1 of size 3", () -> x.select(1, 5)),
                no(
                        INDEX,
                        "gather: index 3 is out of bounds for dimension 1 of size 3",
                        () -> x.gather(1, tensor(new long[][] {{0, 3}}))),
                no(
                        INDEX,
                        "gather: index -1 is out of bounds for dimension 0 of size 2",
                        () -> x.gather(0, tensor(new long[][] {{-1}}))),
                no(
                        INDEX,
                        "indexSelect: index 9 is out of bounds for dimension 0 of size 2",
                        () -> x.indexSelect(0, tensor(0, 9))),
                no(
                        INDEX,
                        "scatterAdd: index 7 is out of bounds for dimension 0 of size 2",
                        () -> x.scatterAdd(0, tensor(new long[][] {{7}}), x)));
    }

    private List<Call> inPlace() {
        return List.of(
                no(
                        ARGUMENT,
                        "add_: shapes [2, 3] and [2] do not broadcast: 3 != 2 in dimension -1",
                        () -> x.add_(Tensors.ones(2))),
                no(
                        ARGUMENT,
                        "mul_: the result is torch.float32 and cannot be kept as torch.int64",
                        () -> whole.mul_(1.5)),
                no(
                        ARGUMENT,
                        "copy_: shapes [2, 3] and [4] do not broadcast: 3 != 4 in dimension -1",
                        () -> x.copy_(Tensors.ones(4))),
                no(
                        ARGUMENT,
                        "copy_: [2, 3] does not broadcast to [3]",
                        () -> x.get(0).copy_(Tensors.ones(2, 3))),
                no(INDEX, "set: index 2 is out of bounds for dimension 0 of size 2", () -> x.set(at(2), 0)),
                no(ARGUMENT, "setGrad: the gradient must be torch.float32 [2, 3]", () -> x.setGrad(Tensors.ones(2))));
    }
}
