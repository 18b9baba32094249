package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.requiresGrad;
import static flambeau.tensor.Tensors.at;
import static flambeau.tensor.Tensors.ellipsis;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.slice;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import flambeau.array.DType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Wrong calls that are no operation of the op table, which has its own refusals. */
class WrongCallsTest {
    private static final Class<IllegalArgumentException> ARGUMENT = IllegalArgumentException.class;
    private static final Class<IndexOutOfBoundsException> INDEX = IndexOutOfBoundsException.class;
    private static final Class<IllegalStateException> STATE = IllegalStateException.class;
    private static final int MOST = Integer.MAX_VALUE;

    private final Tensor x = tensor(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final Tensor whole = tensor(1, 2, 3);
    private final Tensor truth = tensor(new boolean[] {true, false});
    private final Tensor empty = Tensors.zeros(0);

    private record Call(Class<? extends Throwable> type, String message, Executable call) {}

    @TestFactory
    Stream<DynamicTest> aWrongCallIsRefusedAndChangesNothing() {
        return calls().map(c -> dynamicTest(c.message(), () -> {
            var thrown = assertThrows(Throwable.class, c.call());
            assertEquals(c.message(), thrown.getMessage());
            assertEquals(c.type(), thrown.getClass());
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, x.toFloatArray());
            assertArrayEquals(new long[] {1, 2, 3}, whole.toLongArray());
            assertEquals("tensor([ True, False])", truth.toString());
        }));
    }

    private Stream<Call> calls() {
        return Stream.of(creation(), random(), elements(), views(), indices(), inPlace(), gradients())
                .flatMap(List::stream);
    }

    private static Call no(Class<? extends Throwable> type, String message, Executable call) {
        return new Call(type, message, call);
    }

    private List<Call> creation() {
        return List.of(
                no(ARGUMENT, "shape: a size must not be negative: [2, -1]", () -> Tensors.zeros(2, -1)),
                no(ARGUMENT, "shape: too many elements: [2147483647, 2147483647, 2147483647]", () -> Tensors.empty(MOST, MOST, MOST)),
                no(ARGUMENT, "tensor: takes a number or an array of primitives, got java.lang.String", () -> tensor("1")),
                no(ARGUMENT, "tensor: takes a number or an array of primitives, got java.lang.Object", () -> tensor(new Object[] {1})),
                no(ARGUMENT, "tensor: rows must have one length, got 1 beside 2 in dimension 1", () -> tensor(new int[][] {{1, 2}, {3}})),
                no(ARGUMENT, "tensor: rows must have one length, got 1 beside 0 in dimension 1", () -> tensor(new int[][] {{}, {3}})),
                no(ARGUMENT, "tensor: rows must have one length, got -1 beside 2 in dimension 1", () -> tensor(new int[][] {{1, 2}, null})),
                no(ARGUMENT, "tensor: takes numbers, got null", () -> tensor(new Integer[] {1, null})),
                no(ARGUMENT, "requiresGrad_: only floating tensors have gradients, got a torch.int64 tensor of shape [2]", () -> tensor(new int[] {1, 2}, requiresGrad(true))),
                no(ARGUMENT, "arange: the step must not be 0", () -> Tensors.arange(0, 1, 0)),
                no(ARGUMENT, "arange: the step -1 does not lead from 0 to 5", () -> Tensors.arange(0, 5, -1)),
                no(ARGUMENT, "arange: 1.0E18 numbers are too many", () -> Tensors.arange(0, 1_000_000_000_000_000_000L, 1)),
                no(ARGUMENT, "linspace: the number of steps must not be negative, got -1", () -> Tensors.linspace(0, 1, -1)),
                no(ARGUMENT, "cat: takes at least one tensor", () -> Tensors.cat(List.of(), 0)),
                no(ARGUMENT, "stack: takes at least one tensor", () -> Tensors.stack(List.of(), 0)),
                no(INDEX, "stack: dimension must be in [-3, 2], got 3", () -> Tensors.stack(List.of(x, x), 3)),
                no(INDEX, "cat: dimension must be in [-2, 1], got 2 (shape [2, 3])", () -> Tensors.cat(List.of(x, x), 2)),
                no(ARGUMENT, "setNumThreads: must be at least 1, got 0", () -> Tensors.setNumThreads(0)));
    }

    private List<Call> random() {
        return List.of(
                no(ARGUMENT, "randint: low (3) must be below high (3)", () -> Tensors.randint(3, 3, shape(2))),
                no(ARGUMENT, "randint: [0, 300) must lie in [0, 255], the range of torch.uint8", () -> Tensors.randint(0, 300, shape(2), dtype(DType.UINT8))),
                no(ARGUMENT, "randint: [-200, 0) must lie in [-128, 127], the range of torch.int8", () -> Tensors.randint(-200, 0, shape(2), dtype(DType.INT8))),
                no(ARGUMENT, "randperm: n must not be negative, got -1", () -> Tensors.randperm(-1)),
                no(ARGUMENT, "rand: the dtype must be floating, got torch.int64", () -> Tensors.rand(shape(2), dtype(DType.INT64))),
                no(ARGUMENT, "randn: the dtype must be floating, got torch.bool", () -> Tensors.randn(shape(2), dtype(DType.BOOL))),
                no(ARGUMENT, "randnLike: the dtype must be floating, got torch.int64", () -> Tensors.randnLike(whole)),
                no(ARGUMENT, "uniform_: low (2.0) must not be above high (1.0)", () -> x.uniform_(2, 1)),
                no(ARGUMENT, "uniform_: the dtype must be floating, got torch.int64", () -> whole.uniform_()),
                no(ARGUMENT, "normal_: the standard deviation must not be negative, got -1.0", () -> x.normal_(0, -1)),
                no(ARGUMENT, "normal_: the dtype must be floating, got torch.int64", () -> whole.normal_()),
                no(ARGUMENT, "normal: a standard deviation must not be negative", () -> Tensors.normal(x, x.neg())),
                no(ARGUMENT, "exponential_: lambda must be positive, got 0.0", () -> x.exponential_(0)),
                no(ARGUMENT, "geometric_: p must be in (0, 1), got 1.0", () -> x.geometric_(1)),
                no(ARGUMENT, "cauchy_: sigma must be positive, got 0.0", () -> x.cauchy_(0, 0)),
                no(ARGUMENT, "logNormal_: the standard deviation must be positive, got 0.0", () -> x.logNormal_(0, 0)),
                no(ARGUMENT, "bernoulli_: p must be in [0, 1], got 1.5", () -> x.bernoulli_(1.5)),
                no(ARGUMENT, "bernoulli_: the probabilities must be in [0, 1]", () -> x.bernoulli()),
                no(ARGUMENT, "random_: low (2) must be below high (2)", () -> whole.random_(2, 2)),
                no(ARGUMENT, "poisson: a rate must be finite and not negative", () -> x.neg().poisson()),
                no(ARGUMENT, "multinomial: 4 samples cannot be drawn from 3 categories without replacement", () -> x.multinomial(4)),
                no(ARGUMENT, "multinomial: takes at least 1 sample, got 0", () -> x.multinomial(0)),
                no(ARGUMENT, "multinomial: takes 1 or 2 dimensions, got []", () -> tensor(1.0).multinomial(1)),
                no(ARGUMENT, "multinomial: weights must be finite, not negative, and not all 0 in a row", () -> x.neg().multinomial(1)));
    }

    private List<Call> elements() {
        return List.of(
                no(ARGUMENT, "item: the tensor must have 1 element, has 6 (shape [2, 3])", x::item),
                no(ARGUMENT, "item: the tensor must have 1 element, has 0 (shape [0])", empty::isTrue),
                no(ARGUMENT, "floorDivide: an integer cannot be divided by 0", () -> whole.floorDivide(0)),
                no(ARGUMENT, "floorDivide: an integer cannot be divided by 0", () -> whole.floorDivide(whole.sub(1))),
                no(ARGUMENT, "pow: an integer has no power with a negative exponent, got -1", () -> whole.pow(-1)),
                no(ARGUMENT, "sub: bool tensors have no difference, use logicalXor or logicalNot", () -> truth.sub(1)),
                no(ARGUMENT, "rsub: bool tensors have no difference, use logicalXor or logicalNot", () -> truth.rsub(1)),
                no(ARGUMENT, "allClose: dtypes differ: torch.float32 and torch.int64", () -> x.allClose(whole)),
                no(ARGUMENT, "mm: both must have one dtype, got torch.float32 and torch.float64", () -> x.mm(x.t().toDouble())),
                no(ARGUMENT, "matmul: both must have one dtype, got torch.float32 and torch.int64", () -> x.matmul(whole)),
                no(ARGUMENT, "argmax: takes no bool tensor", () -> truth.argmax(0)),
                no(ARGUMENT, "max: an empty tensor has no extreme", empty::max),
                no(ARGUMENT, "argmin: an empty tensor has no extreme", empty::argmin),
                no(ARGUMENT, "sum: dimension 1 is named twice", () -> x.sum(dim(1, -1))),
                no(INDEX, "amax: dimension must be in [-2, 1], got 2 (shape [2, 3])", () -> x.amax(dim(2))),
                no(INDEX, "size: dimension must be in [-2, 1], got 5 (shape [2, 3])", () -> x.size(5)),
                no(INDEX, "size: a tensor without dimensions has no dimension 0", () -> tensor(1.0).size(0)));
    }

    private List<Call> views() {
        return List.of(
                no(ARGUMENT, "view: shape [4] is invalid for 6 elements", () -> x.view(4)),
                no(ARGUMENT, "view: only one size can be -1, got [-1, -1]", () -> x.view(-1, -1)),
                no(ARGUMENT, "view: a size must be at least -1, got -2", () -> x.view(-2, 3)),
                no(ARGUMENT, "view: [3, 2] with strides [1, 3] cannot be seen as [6] without a copy, use reshape", () -> x.t().view(6)),
                no(ARGUMENT, "reshape: shape [0, -1] is invalid for 0 elements", () -> empty.reshape(0, -1)),
                no(ARGUMENT, "reshape: shape [65536, 65536, 65536, 65536] is invalid for 0 elements", () -> empty.reshape(65536, 65536, 65536, 65536)),
                no(ARGUMENT, "permute: dimension 0 is named twice", () -> x.permute(0, 0)),
                no(ARGUMENT, "expand: [2, 3] does not broadcast to [3, 3]", () -> x.expand(3, 3)),
                no(ARGUMENT, "expand: [2, 3] does not broadcast to [-1, 2, 3]", () -> x.expand(-1, 2, 3)),
                no(ARGUMENT, "shape: too many elements: [2147483647, 2147483647, 2, 3]", () -> x.expand(MOST, MOST, 2, 3)),
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
                no(INDEX, "get: 1 indices for a tensor of 0 dimensions (shape [])", () -> tensor(1.0).get(0)),
                no(ARGUMENT, "get: only one ellipsis can be given", () -> x.get(ellipsis(), ellipsis())),
                no(ARGUMENT, "get: a slice's step must be positive, got -1", () -> x.get(slice(0, 2, -1))),
                no(INDEX, "narrow: start 1 and length 2147483647 must lie in a dimension of size 3", () -> x.narrow(1, 1, MOST)),
                no(INDEX, "narrow: start 0 and length -1 must lie in a dimension of size 2", () -> x.narrow(0, 0, -1)),
                no(INDEX, "select: index 5 is out of bounds for dimension 1 of size 3", () -> x.select(1, 5)),
                no(INDEX, "gather: index 3 is out of bounds for dimension 1 of size 3", () -> x.gather(1, tensor(new long[][] {{0, 3}}))),
                no(INDEX, "gather: index -1 is out of bounds for dimension 0 of size 2", () -> x.gather(0, tensor(new long[][] {{-1}}))),
                no(INDEX, "indexSelect: index 9 is out of bounds for dimension 0 of size 2", () -> x.indexSelect(0, tensor(0, 9))),
                no(INDEX, "scatterAdd: index 7 is out of bounds for dimension 0 of size 2", () -> x.scatterAdd(0, tensor(new long[][] {{7}}), x)));
    }

    private List<Call> inPlace() {
        return List.of(
                no(ARGUMENT, "add_: shapes [2, 3] and [2] do not broadcast: 3 != 2 in dimension -1", () -> x.add_(Tensors.ones(2))),
                no(ARGUMENT, "mul_: the result is torch.float32 and cannot be kept as torch.int64", () -> whole.mul_(1.5)),
                no(ARGUMENT, "copy_: shapes [2, 3] and [4] do not broadcast: 3 != 4 in dimension -1", () -> x.copy_(Tensors.ones(4))),
                no(ARGUMENT, "copy_: [2, 3] does not broadcast to [3]", () -> x.get(0).copy_(Tensors.ones(2, 3))),
                no(INDEX, "get: index 2 is out of bounds for dimension 0 of size 2", () -> x.set(0, at(2))),
                no(ARGUMENT, "setGrad: the gradient must be torch.float32 [2, 3]", () -> x.setGrad(Tensors.ones(2))));
    }

    private List<Call> gradients() {
        return List.of(
                no(STATE, "backward: this does not require a gradient and has no history", () -> x.sum().backward()),
                no(ARGUMENT, "backward: only a scalar needs no gradient of its own; this has shape [2, 3], give one", () -> x.clone().requiresGrad_().mul(1).backward()),
                no(ARGUMENT, "backward: the gradient [2] must have the shape [2, 3]", () -> x.clone().requiresGrad_().mul(1).backward(Tensors.ones(2))),
                no(STATE, "requiresGrad_: only a leaf can change it, this is the result of <MulBackward0>; use detach()", () -> x.clone().requiresGrad_().mul(1).requiresGrad_(false)),
                no(ARGUMENT, "grad: each output needs a gradient, got 0 for 1", () -> Tensors.grad(List.of(x), List.of(x), List.of())));
    }

    @org.junit.jupiter.api.Test
    void whatDoesNotFitIntoMemoryIsAnErrorAndLeavesTheJvmAlive() {
        for (int[] sizes : new int[][] {{MOST, MOST}, {1 << 30, 1 << 30}, {MOST, MOST, 2}, {1 << 20, 1 << 20, 1 << 6}}) {
            var error = assertThrows(OutOfMemoryError.class, () -> Tensors.empty(shape(sizes), dtype(DType.FLOAT64)));
            assertTrue(error.getMessage().startsWith("tensor: "), error.getMessage());
        }
        assertThrows(OutOfMemoryError.class, () -> x.expand(MOST, 2, 3).expand(100_000, MOST, 2, 3).clone());
        assertEquals(21.0, x.sum().item());
    }
}
