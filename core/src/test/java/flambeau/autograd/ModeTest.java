package flambeau.autograd;

import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.detectAnomaly;
import static flambeau.tensor.Tensors.enableGrad;
import static flambeau.tensor.Tensors.inferenceMode;
import static flambeau.tensor.Tensors.isGradEnabled;
import static flambeau.tensor.Tensors.isInferenceModeEnabled;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.setGradEnabled;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.args.Args;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whether operations are recorded, and how closely they are watched. */
class ModeTest {
    @Test
    void setGradEnabledWorksFromNowOnAndAsAScope() {
        var before = setGradEnabled(false);
        assertFalse(isGradEnabled());
        try (var _ = setGradEnabled(true)) {
            assertTrue(isGradEnabled());
        }
        assertFalse(isGradEnabled());
        before.close();
        assertTrue(isGradEnabled());
    }

    @Test
    void inferenceModeRecordsNothing() {
        var x = leaf(1, 2);
        Tensor y, view;
        try (var _ = inferenceMode()) {
            assertTrue(isInferenceModeEnabled());
            assertFalse(isGradEnabled());
            y = x.mul(2);
            view = x.get(0);
            assertFalse(y.requiresGrad());
            try (var _ = enableGrad()) {
                assertTrue(isGradEnabled());
                assertFalse(x.mul(2).requiresGrad());
            }
            try (var _ = inferenceMode(false)) {
                assertTrue(x.mul(2).requiresGrad());
                assertFalse(x.mul(2).isInference());
            }
            y.add_(1);
        }
        assertFalse(isInferenceModeEnabled());
        assertTrue(isGradEnabled());
        assertTrue(y.isInference());
        assertTrue(y.get(0).isInference());
        assertFalse(view.isInference());
        assertFalse(x.isInference());
        assertFalse(y.clone().isInference());
    }

    @Test
    void inferenceTensorsTakeNoPartInBackwardPasses() {
        var x = leaf(1, 2);
        Tensor y;
        try (var _ = inferenceMode()) {
            y = ones(2).mul(3);
        }
        assertEquals(
                "add_: a tensor made in inference mode cannot be changed in place outside; use clone()",
                assertThrows(IllegalStateException.class, () -> y.add_(1)).getMessage());
        assertThrows(IllegalStateException.class, () -> y.requiresGrad_());
        x.add(y).sum().backward();
        assertValues(gradOf(x), 1, 1);
        var product = x.mul(y).sum();
        assertEquals(
                "backward: MulBackward0 needs an inference tensor, which takes no part in backward passes; use clone()"
                        + " in the forward pass",
                assertThrows(IllegalStateException.class, product::backward).getMessage());
        x.mul(y.clone()).sum().backward();
        assertValues(gradOf(x), 4, 4);
    }

    @Test
    void anomalyDetectionNamesTheForwardCall() {
        var x = tensor(-1.0, 4.0).requiresGrad_();
        try (var _ = detectAnomaly()) {
            var y = x.sqrt().sum();
            var thrown = assertThrows(IllegalStateException.class, y::backward);
            assertTrue(
                    thrown.getMessage()
                            .startsWith("SqrtBackward0: returned NaN as gradient 0; its forward call was at "),
                    thrown.getMessage());
            assertTrue(thrown.getMessage().contains("ModeTest.java:"), thrown.getMessage());
            var trace = Objects.requireNonNull(thrown.getCause()).getStackTrace();
            assertTrue(java.util.Arrays.stream(trace)
                    .anyMatch(f -> f.getMethodName().equals("anomalyDetectionNamesTheForwardCall")));
        }
        assertNull(x.grad());
        x.sqrt().sum().backward();
        assertTrue(Double.isNaN(gradOf(x).get(0).item().doubleValue()));
        x.zeroGrad();
        try (var _ = detectAnomaly(Args.checkNan(false))) {
            x.sqrt().sum().backward();
        }
    }

    @Test
    void anomalyDetectionExplainsOtherFailures() {
        try (var _ = detectAnomaly()) {
            var y = leaf(1, 2).exp();
            y.add_(1);
            var sum = y.sum();
            var thrown = assertThrows(IllegalStateException.class, sum::backward);
            assertEquals(1, thrown.getSuppressed().length);
        }
    }

    @Test
    void aForwardCallMadeByABackwardPassNamesBoth() {
        var x = tensor(0.0, 1.0).requiresGrad_();
        try (var _ = detectAnomaly()) {
            var first = Tensors.grad(x.pow(1.5).sum(), x, Args.createGraph(true));
            var second = Tensors.grad(first.sum(), x, Args.createGraph(true)).sum();
            var thrown = assertThrows(IllegalStateException.class, () -> Tensors.grad(second.mul(0), x));
            var made = Objects.requireNonNull(thrown.getCause());
            assertTrue(made.getCause() != null, thrown::toString);
        }
    }
}
