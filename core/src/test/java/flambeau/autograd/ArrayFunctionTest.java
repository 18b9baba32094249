package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.autograd.FunctionTest.wide;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.tensor.ArrayFunction;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The user's own functions of Java's arrays. */
class ArrayFunctionTest {
    @Test
    void aFunctionOfArraysHasItsGradientOnce() {
        class Hypot extends ArrayFunction<double[]> {
            Hypot() {
                super(double[].class);
            }

            @Override
            protected double[] forward(List<double[]> x) {
                var y = new double[x.get(0).length];
                for (int i = 0; i < y.length; i++) y[i] = Math.hypot(x.get(0)[i], x.get(1)[i]);
                return y;
            }

            @Override
            protected List<double[]> backward(double[] dy, List<double[]> x) {
                double[] a = new double[dy.length], b = new double[dy.length];
                for (int i = 0; i < dy.length; i++) {
                    double y = Math.hypot(x.get(0)[i], x.get(1)[i]);
                    a[i] = dy[i] * x.get(0)[i] / y;
                    b[i] = dy[i] * x.get(1)[i] / y;
                }
                return List.of(a, b);
            }
        }
        var a = wide(1, 2, 3).view(3, 1).detach().requiresGrad_();
        var b = wide(4, 5, 6).view(3, 1).detach().requiresGrad_();
        assertTrue(Autograd.gradcheck(
                (List<Tensor> x) -> List.of(new Hypot().apply(x.get(0), x.get(1))), List.of(a, b)));
        var y = new Hypot().apply(a, b);
        assertEquals("<HypotBackward>", String.valueOf(y.gradFn()));
        var dx = Tensors.grad(y.sum(), a, createGraph(true));
        var again = dx.sum();
        assertEquals(
                "Hypot: backward is differentiable only once; write it in operations of tensors for gradients of"
                        + " gradients",
                assertThrows(IllegalStateException.class, again::backward).getMessage());
        class Twice extends ArrayFunction<float[]> {
            Twice() {
                super(float[].class);
            }

            @Override
            protected float[] forward(List<float[]> x) {
                return Arrays.copyOf(x.getFirst(), 1);
            }

            @Override
            protected List<float[]> backward(float[] dy, List<float[]> x) {
                return List.of(dy);
            }
        }
        assertEquals(
                "Twice: the result has 1 elements for the shape [2]",
                assertThrows(IllegalArgumentException.class, () -> new Twice().apply(leaf(1, 2)))
                        .getMessage());
        assertNull(a.grad());
        assertArrayEquals(new float[] {1}, new Twice().apply(ones(1)).toFloatArray());
    }
}
