package flambeau.kernel;

import static flambeau.kernel.Samples.assertClose;
import static flambeau.kernel.Samples.zeros;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.reference.ReferenceProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every provider of activation functions does. */
public abstract class ActivationContract {
    private final Samples samples = new Samples(7);
    private final Activation truth = new ReferenceProvider().activation();

    /** Whose kernels are tested. */
    protected abstract Activation kernel();

    private static Activation.Shape shape(Curve curve) {
        return switch (curve) {
            case ELU -> new Activation.Shape(curve, 1.5, 1.1, 0.7);
            case HARDTANH -> new Activation.Shape(curve, -0.5, 0.75, 0);
            case SOFTPLUS -> new Activation.Shape(curve, 1.3, 2, 0);
            default -> new Activation.Shape(curve, 0.3, 0.6, 0);
        };
    }

    private void check(Curve curve, Array x, boolean mustTake) {
        Array expected = zeros(x.layout(), DType.FLOAT32), actual = zeros(x.layout(), DType.FLOAT32);
        boolean taken = kernel().forward(shape(curve), x, actual);
        assertTrue(taken || !mustTake, () -> "declined " + x.layout());
        if (!taken) return;
        truth.forward(shape(curve), x, expected);
        assertClose(expected, actual, 2e-6, 1e-6, curve + " of " + x.layout());
        var dy = samples.normal(x.layout());
        kernel().backward(shape(curve), dy, x, actual);
        truth.backward(shape(curve), dy, x, expected);
        assertClose(expected, actual, 3e-6, 3e-6, "slope of " + curve + " of " + x.layout());
    }

    @ParameterizedTest
    @EnumSource
    void allSizes(Curve curve) {
        for (int n : Samples.SIZES) check(curve, samples.normal(n), true);
        for (var layout : Samples.layouts(3, 4, 10)) check(curve, samples.normal(layout), false);
    }

    @ParameterizedTest
    @EnumSource
    void numbersAtTheEdge(Curve curve) {
        float[] edges = {0, -0.0f, 0.3f, -0.3f, 3, -3, 6, 20, 30, 90, -30, -90, 1e30f, -1e30f, Float.NaN};
        int[] next = {0};
        check(curve, Samples.fill(Layout.contiguous(Shape.of(15)), DType.FLOAT32, () -> edges[next[0]++]), true);
    }
}
