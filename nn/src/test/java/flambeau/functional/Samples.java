package flambeau.functional;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/** Inputs that any language makes exactly, and what results are compared with. */
public final class Samples {
    private static final double STEP = 1e-6;

    private Samples() {}

    /** float64, element i being {@code ((7 i + 3) mod m - m / 2) / 4}. */
    public static Tensor pattern(int m, int... sizes) {
        var values = new double[(int) Shape.of(sizes).count()];
        for (int i = 0; i < values.length; i++) values[i] = ((7 * i + 3) % m - m / 2) / 4.0;
        return tensor(values, dtype(DType.FLOAT64)).reshape(sizes);
    }

    /** Checks the shape and the elements. */
    public static void assertValues(Tensor y, int[] shape, double... expected) {
        assertEquals(Shape.of(shape), y.shape());
        assertArrayEquals(expected, y.toDoubleArray(), 1e-12);
    }

    /** The sizes of a shape. */
    public static int[] sizes(int... sizes) {
        return sizes;
    }

    /** Checks the gradients of {@code f} with respect to its inputs against central differences. */
    public static void assertGradients(Function<List<Tensor>, Tensor> f, Tensor... inputs) {
        var leaves = java.util.Arrays.stream(inputs)
                .map(x -> x.detach().clone().requiresGrad_())
                .toList();
        var y = f.apply(leaves);
        var dy = pattern(13, y.shape().sizes());
        y.backward(dy);
        for (var x : leaves) {
            var at = x.detach().reshape(-1); // the memory of x
            var expected = new double[at.size(0)];
            for (int i = 0; i < expected.length; i++) {
                double before = at.get(i).item().doubleValue();
                at.get(i).fill_(before + STEP);
                double above = loss(f, leaves, dy);
                at.get(i).fill_(before - STEP);
                double below = loss(f, leaves, dy);
                at.get(i).fill_(before);
                expected[i] = (above - below) / (2 * STEP);
            }
            var grad = java.util.Objects.requireNonNull(x.grad());
            assertArrayEquals(expected, grad.toDoubleArray(), 1e-6);
        }
    }

    private static double loss(Function<List<Tensor>, Tensor> f, List<Tensor> inputs, Tensor dy) {
        return f.apply(inputs).mul(dy).sum().item().doubleValue();
    }
}
