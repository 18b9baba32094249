package flambeau.tensor;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.requiresGrad;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.Args;
import flambeau.array.DType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Wrong ways to make tensors, to draw numbers and to differentiate. */
class WrongCreationTest extends WrongCalls {
    @Override
    Stream<List<Call>> calls() {
        return Stream.of(creation(), random(), gradients());
    }

    private List<Call> creation() {
        return List.of(
                no(ARGUMENT, "shape: a size must not be negative: [2, -1]", () -> Tensors.zeros(2, -1)),
                no(
                        ARGUMENT,
                        "shape: too many elements: [2147483647, 2147483647, 2147483647]",
                        () -> Tensors.empty(MOST, MOST, MOST)),
                no(
                        ARGUMENT,
                        "tensor: takes numbers and arrays, lists, streams or buffers of them, got java.lang.String",
                        () -> tensor("1")),
                no(
                        ARGUMENT,
                        "tensor: takes numbers and arrays, lists, streams or buffers of them, got java.lang.Object",
                        () -> tensor(new Object[] {new Object()})),
                no(
                        ARGUMENT,
                        "tensor: rows must have one length, got 1 beside 2 in dimension 1",
                        () -> tensor(new int[][] {{1, 2}, {3}})),
                no(
                        ARGUMENT,
                        "tensor: rows must have one length, got 1 beside 0 in dimension 1",
                        () -> tensor(new int[][] {{}, {3}})),
                no(
                        ARGUMENT,
                        "tensor: a row of length 2 is expected in dimension 1, got null",
                        () -> tensor(new int[][] {{1, 2}, null})),
                no(ARGUMENT, "tensor: takes numbers, got null", () -> tensor(new Integer[] {1, null})),
                no(
                        ARGUMENT,
                        "requiresGrad_: only floating tensors have gradients, got a torch.int64 tensor of shape [2]",
                        () -> tensor(new int[] {1, 2}, requiresGrad(true))),
                no(ARGUMENT, "arange: the step must not be 0", () -> Tensors.arange(0, 1, 0)),
                no(ARGUMENT, "arange: the step -1 does not lead from 0 to 5", () -> Tensors.arange(0, 5, -1)),
                no(
                        ARGUMENT,
                        "arange: 1.0E18 numbers are too many",
                        () -> Tensors.arange(0, 1_000_000_000_000_000_000L, 1)),
                no(
                        ARGUMENT,
                        "linspace: the number of steps must not be negative, got -1",
                        () -> Tensors.linspace(0, 1, -1)),
                no(ARGUMENT, "cat: takes at least one tensor", () -> Tensors.cat(List.of(), 0)),
                no(ARGUMENT, "stack: takes at least one tensor", () -> Tensors.stack(List.of(), 0)),
                no(INDEX, "stack: dimension must be in [-3, 2], got 3", () -> Tensors.stack(List.of(x, x), 3)),
                no(
                        INDEX,
                        "cat: dimension must be in [-2, 1], got 2 (shape [2, 3])",
                        () -> Tensors.cat(List.of(x, x), 2)),
                no(ARGUMENT, "setNumThreads: must be at least 1, got 0", () -> Tensors.setNumThreads(0)));
    }

    private List<Call> random() {
        return List.of(
                no(ARGUMENT, "randint: the range [3, 3) is empty", () -> Tensors.randint(3, 3, shape(2))),
                no(
                        ARGUMENT,
                        "randint: [0, 299] must lie in [0, 255], the range of torch.uint8",
                        () -> Tensors.randint(0, 300, shape(2), dtype(DType.UINT8))),
                no(
                        ARGUMENT,
                        "randint: [-200, -1] must lie in [-128, 127], the range of torch.int8",
                        () -> Tensors.randint(-200, 0, shape(2), dtype(DType.INT8))),
                no(ARGUMENT, "randperm: n must not be negative, got -1", () -> Tensors.randperm(-1)),
                no(
                        ARGUMENT,
                        "rand: the dtype must be floating, got torch.int64",
                        () -> Tensors.rand(shape(2), dtype(DType.INT64))),
                no(
                        ARGUMENT,
                        "randn: the dtype must be floating, got torch.bool",
                        () -> Tensors.randn(shape(2), dtype(DType.BOOL))),
                no(ARGUMENT, "randnLike: the dtype must be floating, got torch.int64", () -> Tensors.randnLike(whole)),
                no(ARGUMENT, "uniform_: from (2.0) must not be above to (1.0)", () -> x.uniform_(2, 1)),
                no(ARGUMENT, "uniform_: the dtype must be floating, got torch.int64", () -> whole.uniform_()),
                no(ARGUMENT, "normal_: the standard deviation must not be negative, got -1.0", () -> x.normal_(0, -1)),
                no(ARGUMENT, "normal_: the dtype must be floating, got torch.int64", () -> whole.normal_()),
                no(ARGUMENT, "normal: a standard deviation must not be negative", () -> Tensors.normal(x, x.neg())),
                no(ARGUMENT, "exponential_: lambd must be positive, got 0.0", () -> x.exponential_(0)),
                no(ARGUMENT, "geometric_: p must be in (0, 1), got 1.0", () -> x.geometric_(1)),
                no(ARGUMENT, "cauchy_: sigma must be positive, got 0.0", () -> x.cauchy_(0, 0)),
                no(ARGUMENT, "logNormal_: the standard deviation must be positive, got 0.0", () -> x.logNormal_(0, 0)),
                no(ARGUMENT, "bernoulli_: p must be in [0, 1], got 1.5", () -> x.bernoulli_(1.5)),
                no(ARGUMENT, "bernoulli_: the probabilities must be in [0, 1]", () -> x.bernoulli()),
                no(ARGUMENT, "geometric_: takes no bool tensor", () -> truth.geometric_(0.5)),
                no(
                        ARGUMENT,
                        "uniform_: [0.0, 1000000.0) is too wide for torch.float16",
                        () -> x.to(DType.FLOAT16).uniform_(0, 1e6)),
                no(
                        ARGUMENT,
                        "randint: [0, 99999] must lie in [-65504, 65504], the range of torch.float16",
                        () -> Tensors.randint(100000, shape(2), dtype(DType.FLOAT16))),
                no(
                        ARGUMENT,
                        "randperm: torch.uint8 holds the whole numbers up to 255, got n = 257",
                        () -> Tensors.randperm(257, dtype(DType.UINT8))),
                no(ARGUMENT, "randperm: the dtype must not be bool", () -> Tensors.randperm(1, dtype(DType.BOOL))),
                no(ARGUMENT, "random_: from must be a whole number, got 0.5", () -> whole.random_(Args.from(0.5))),
                no(ARGUMENT, "random_: the range [2, 2) is empty", () -> whole.random_(2, 2)),
                no(
                        ARGUMENT,
                        "poisson: a rate must be finite and not negative",
                        () -> x.neg().poisson()),
                no(
                        ARGUMENT,
                        "multinomial: 4 samples cannot be drawn from 3 categories without replacement",
                        () -> x.multinomial(4)),
                no(ARGUMENT, "multinomial: takes at least 1 sample, got 0", () -> x.multinomial(0)),
                no(
                        ARGUMENT,
                        "multinomial: takes 1 or 2 dimensions, got []",
                        () -> tensor(1.0).multinomial(1)),
                no(
                        ARGUMENT,
                        "multinomial: weights must be finite, not negative, and not all 0 in a row",
                        () -> x.neg().multinomial(1)));
    }

    private List<Call> gradients() {
        return List.of(
                no(
                        STATE,
                        "backward: this does not require a gradient and has no history",
                        () -> x.sum().backward()),
                no(
                        ARGUMENT,
                        "backward: only a scalar needs no gradient of its own; this has shape [2, 3], give one",
                        () -> x.clone().requiresGrad_().mul(1).backward()),
                no(
                        ARGUMENT,
                        "backward: the gradient [2] must have the shape [2, 3]",
                        () -> x.clone().requiresGrad_().mul(1).backward(Tensors.ones(2))),
                no(
                        STATE,
                        "requiresGrad_: only a leaf can change it, this is the result of <MulBackward0>; use detach()",
                        () -> x.clone().requiresGrad_().mul(1).requiresGrad_(false)),
                no(
                        ARGUMENT,
                        "grad: each output needs a gradient, got 0 for 1",
                        () -> Tensors.grad(List.of(x), List.of(x), List.of())));
    }

    @Test
    void whatDoesNotFitIntoMemoryIsAnErrorAndLeavesTheJvmAlive() {
        for (int[] sizes :
                new int[][] {{MOST, MOST}, {1 << 30, 1 << 30}, {MOST, MOST, 2}, {1 << 20, 1 << 20, 1 << 6}}) {
            var error = assertThrows(OutOfMemoryError.class, () -> Tensors.empty(shape(sizes), dtype(DType.FLOAT64)));
            assertTrue(error.getMessage().startsWith("tensor: "), error.getMessage());
        }
        assertThrows(
                OutOfMemoryError.class,
                () -> x.expand(MOST, 2, 3).expand(100_000, MOST, 2, 3).clone());
        assertEquals(21.0, x.sum().item());
    }
}
