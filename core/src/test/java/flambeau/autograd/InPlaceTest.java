package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.grad;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static flambeau.tensor.Tensors.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InPlaceTest {
    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }

    @Test
    void aResultThatTheGraphNeedsMustNotChange() {
        var x = leaf(1, 2);
        var y = x.exp();
        y.add_(1);
        assertRefused(
                "backward: a tensor that ExpBackward0 needs was changed in place after the forward pass had used it",
                () -> y.sum().backward());
    }

    @Test
    void anInputThatTheGraphNeedsMustNotChange() {
        var x = leaf(1, 2);
        var w = tensor(3.0, 4.0);
        var y = x.mul(w);
        w.add_(1);
        assertRefused(
                "backward: a tensor that MulBackward0 needs was changed in place after the forward pass had used it",
                () -> y.sum().backward());
        assertNull(x.grad());
    }

    @Test
    void aChangeThroughAViewOrADetachedTensorIsNoticed() {
        var y = leaf(1, 2).exp();
        y.detach().get(0).fill_(0);
        assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }

    @Test
    void whatTheGraphDoesNotNeedMayChange() {
        var x = leaf(1, 2);
        var y = x.mul(3); // needs neither its input nor its result
        y.add_(1);
        y.sum().backward();
        assertValues(gradOf(x), 3, 3);
    }

    private static Stream<Arguments> functions() {
        return Stream.of(
                arguments(function(Tensor::relu_), function(Tensor::relu)),
                arguments(function(Tensor::sigmoid_), function(Tensor::sigmoid)),
                arguments(function(Tensor::tanh_), function(Tensor::tanh)));
    }

    private static UnaryOperator<Tensor> function(UnaryOperator<Tensor> f) {
        return f;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionInPlaceHasTheGradientsOfTheFunction(UnaryOperator<Tensor> inPlace, UnaryOperator<Tensor> f) {
        var x = leaf(-1, 2);
        var y = inPlace.apply(x.mul(3).add_(tensor(1.0, 1.0)).sub_(x));
        var z = f.apply(x.mul(3).add(tensor(1.0, 1.0)).sub(x));
        assertTrue(y.torchEquals(z));
        var first = grad(y.sum(), x, createGraph(true));
        var expected = grad(z.sum(), x, createGraph(true));
        assertTrue(first.torchEquals(expected));
        assertTrue(grad(first.mul(x).sum(), x).torchEquals(grad(expected.mul(x).sum(), x)));
    }

    @Test
    void theResultOfAFunctionInPlaceMustNotChange() {
        var y = leaf(-1, 2).mul(3).relu_();
        y.add_(1);
        assertRefused(
                "backward: a tensor that ReluBackward0 needs was changed in place after the forward pass had used it",
                () -> y.sum().backward());
    }

    @Test
    void aChangeBeforeTheUseIsFine() {
        var x = leaf(1, 2);
        var w = tensor(3.0, 4.0);
        w.mul_(2);
        x.mul(w).square().sum().backward();
        assertValues(gradOf(x), 72, 256);
    }

    @Test
    void aChangeOfTheSizesOfWhatTheGraphNeedsIsNoticed() {
        var x = ones(2, 1).requiresGrad_();
        var y = x.exp();
        y.squeeze_(1);
        assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }

    @Test
    void productsInPlaceKeepWhatTheyNeed() {
        var x = leaf(1, 2);
        var w = leaf(3, 4);
        var y = x.mul(1);
        y.mul_(w).mul_(w);
        y.sum().backward();
        assertValues(gradOf(x), 9, 16);
        assertValues(gradOf(w), 6, 16);
    }

    @Test
    void aTensorTimesItselfInPlaceIsRefusedInBackward() {
        var y = leaf(1, 2).mul(1);
        y.mul_(y);
        assertThrows(IllegalStateException.class, () -> y.sum().backward());
    }

    @Test
    void aLeafChangesOnlyUnderNoGrad() {
        var x = leaf(1, 2);
        assertRefused(
                "add_: a leaf that requires a gradient cannot be changed in place; use noGrad()", () -> x.add_(1));
        assertRefused(
                "zero_: a leaf that requires a gradient cannot be changed in place; use noGrad()", () -> x.zero_());
        assertRefused(
                "uniform_: a leaf that requires a gradient cannot be changed in place; use noGrad()",
                () -> x.uniform_());
        assertRefused(
                "unsqueeze_: a leaf that requires a gradient cannot be changed in place; use noGrad()",
                () -> x.unsqueeze_(0));
        assertValues(x, 1, 2);
        try (var _ = noGrad()) {
            x.sub_(tensor(1.0, 1.0)).add_(tensor(1.0, 1.0).to(DType.FLOAT64)).mul_(2);
        }
        assertValues(x, 2, 4);
        assertTrue(x.requiresGrad());
        assertTrue(x.isLeaf());
        try (var _ = noGrad()) {
            x.copy_(ones(2)).fill_(3).unsqueeze_(0);
        }
        assertTrue(x.requiresGrad());
        x.sum().backward();
        assertEquals("[1, 2]", gradOf(x).shape().text());
    }

    @Test
    void aBufferTakesTheHistoryOfWhatIsWritten() {
        var x = leaf(1, 2);
        var buffer = zeros(2);
        buffer.add_(x.mul(3)).mul_(2);
        assertFalse(buffer.isLeaf());
        buffer.sum().backward();
        assertValues(gradOf(x), 6, 6);
        var other = zeros(2, 2);
        other.copy_(x);
        other.sum().backward();
        assertValues(gradOf(x), 8, 8);
    }

    @Test
    void overwritingCutsTheGradient() {
        var x = leaf(1, 2);
        var y = x.mul(3);
        y.zero_();
        assertTrue(y.requiresGrad());
        y.add(1).sum().backward();
        assertValues(gradOf(x), 0, 0);
    }

    @Test
    void aSumCanBeChangedInPlace() {
        var x = ones(2, 2).requiresGrad_();
        var w = leaf(1, 2);
        var y = x.sum(0).mul_(2).add_(w);
        y.sum().backward();
        assertValues(gradOf(x), 2, 2, 2, 2);
        assertValues(gradOf(w), 1, 1);
    }

    @Test
    void resultsOfProductsCanBeChangedInPlace() {
        var x = ones(2, 3, 4).requiresGrad_();
        var w = ones(5, 4).requiresGrad_();
        x.linear(w, null).relu_().sum().backward();
        assertEquals(5, gradOf(x).get(0).get(0).get(0).item().intValue());
        x.matmul(w.t()).add_(1).sum().backward();
    }

    @Test
    void anExpandedTensorCannotBeChanged() {
        var x = zeros(1).expand(3);
        var thrown = assertThrows(IllegalArgumentException.class, () -> x.add_(1));
        assertEquals(
                "add_: an expanded tensor cannot be changed in place, its elements share memory; use clone()",
                thrown.getMessage());
    }

    @Test
    void aViewOfAPlainTensorWritesIntoIt() {
        var x = zeros(2, 3);
        x.get(1).add_(tensor(1.0, 2.0, 3.0));
        x.t().get(0).fill_(7);
        assertValues(x, 7, 0, 0, 7, 2, 3);
    }

    @Test
    void overlappingPartsAreReadBeforeTheyAreWritten() {
        var x = tensor(1.0, 2.0, 3.0, 4.0);
        x.narrow(0, 1, 3).copy_(x.narrow(0, 0, 3));
        assertValues(x, 1, 1, 2, 3);
        var y = tensor(new double[][] {{1, 2}, {3, 4}});
        y.add_(y.t());
        assertValues(y, 2, 5, 5, 8);
    }

    @Test
    void aGradientThatWasFilledInPlaceIsAGradientLikeAnother() {
        var x = leaf(1, 2);
        var y = x.add(x.sin().mul(3));
        var given = zeros(2);
        given.get(0).fill_(1);
        y.backward(given);
        assertValues(gradOf(x), 1 + 3 * Math.cos(1), 0);
    }

    @Test
    void dataAndSetDataBypassTheGraph() {
        var x = leaf(1, 2);
        x.data().mul_(10);
        assertValues(x, 10, 20);
        x.setData(tensor(new double[] {1, 2, 3}, flambeau.args.Args.dtype(DType.FLOAT64)));
        x.square().sum().backward();
        assertValues(gradOf(x), 2, 4, 6);
        assertEquals(DType.FLOAT64, gradOf(x).dtype());
        Tensor whole = tensor(1, 2);
        assertThrows(IllegalArgumentException.class, () -> x.setData(whole));
    }
}
