package flambeau.autograd;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.retainGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.ArrayFunction;
import flambeau.tensor.Autograd;
import flambeau.tensor.Function;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The user's own functions. */
class FunctionTest {
    private static class Cube extends Function {
        @Override
        protected Tensor[] forward(Context ctx, Tensor... x) {
            ctx.saveForBackward(x);
            return tuple(x[0].pow(3));
        }

        @Override
        protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
            return tuple(dy[0].mul(ctx.savedTensors()[0].square()).mul(3));
        }
    }

    /** The product and the quotient of two tensors. */
    private static class Both extends Function {
        final List<Tensor> seen = new ArrayList<>();

        @Override
        protected Tensor[] forward(Context ctx, Tensor... x) {
            ctx.saveForBackward(x);
            return tuple(x[0].mul(x[1]), x[0].div(x[1]));
        }

        @Override
        protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
            Tensor a = ctx.savedTensors()[0], b = ctx.savedTensors()[1];
            seen.addAll(List.of(dy));
            var da = ctx.needsInputGrad(0) ? dy[0].mul(b).add(dy[1].div(b)) : null;
            var db = ctx.needsInputGrad(1) ? dy[0].mul(a).sub(dy[1].mul(a).div(b.square())) : null;
            if (da != null) seen.add(da);
            return tuple(da, db);
        }
    }

    private static Tensor wide(double... values) {
        return tensor(values, dtype(DType.FLOAT64)).requiresGrad_();
    }

    @Test
    void aFunctionOfOneTensorHasItsGradient() {
        var x = leaf(1, 2);
        var y = new Cube().apply(x);
        assertEquals("<CubeBackward>", String.valueOf(y.gradFn()));
        assertEquals(
                "[(<AccumulateGrad>, 0)]",
                Objects.requireNonNull(y.gradFn()).nextFunctions().toString());
        y.sum().backward();
        assertValues(gradOf(x), 3, 12);
        assertFalse(new Cube().apply(ones(2)).requiresGrad());
        try (var _ = noGrad()) {
            assertFalse(new Cube().apply(x).requiresGrad());
        }
    }

    @Test
    void gradientsOfGradientsFollow() {
        var x = wide(1, 2);
        assertTrue(Autograd.gradcheck(v -> new Cube().apply(v), x));
        assertTrue(Autograd.gradgradcheck(v -> new Cube().apply(v), x));
    }

    @Test
    void severalResultsShareOneNode() {
        var a = wide(1, 2);
        var b = wide(3, 4);
        var both = new Both();
        var ys = both.applyAll(a, b);
        assertSame(ys.get(0).gradFn(), ys.get(1).gradFn());
        assertEquals(1, ys.get(1).outputNr());
        assertEquals(
                "[(<BothBackward>, 1)]",
                Objects.requireNonNull(ys.get(1).neg().gradFn()).nextFunctions().toString());
        ys.get(0).mul(2).add(ys.get(1)).sum().backward();
        assertEquals(3, both.seen.size());
        assertValues(both.seen.get(0), 2, 2);
        assertTrue(Autograd.gradcheck((List<Tensor> x) -> new Both().applyAll(x.get(0), x.get(1)), List.of(a, b)));
        assertTrue(Autograd.gradgradcheck((List<Tensor> x) -> new Both().applyAll(x.get(0), x.get(1)), List.of(a, b)));
        assertEquals(
                "Both: forward gave 2 results, use applyAll",
                assertThrows(IllegalStateException.class, () -> new Both().apply(a, b))
                        .getMessage());
    }

    @Test
    void aResultWithoutAGradientCountsAsZero() {
        var a = wide(1, 2);
        var b = wide(3, 4);
        var both = new Both();
        both.applyAll(a, b).get(1).sum().backward();
        assertValues(both.seen.get(0), 0, 0);
        assertValues(gradOf(a), 1 / 3.0, 1 / 4.0);
        var nothing = new Function() {
            int absent;

            @Override
            protected Tensor[] forward(Context ctx, Tensor... x) {
                ctx.setMaterializeGrads(false);
                return tuple(x[0].mul(2), x[0].mul(3));
            }

            @Override
            @SuppressWarnings("NullAway")
            protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
                if (dy[0] == null) absent++;
                return tuple(dy[1].mul(3));
            }
        };
        var x = leaf(1, 2);
        var third = nothing.applyAll(x).get(1);
        third.sum().backward();
        third.sum().backward(); // it saved nothing
        assertEquals(2, nothing.absent);
        assertValues(gradOf(x), 6, 6);
    }

    @Test
    void whatAFunctionKeepsIsNeverGivenBack() {
        var both = new Both();
        for (int i = 0; i < 20; i++) {
            Tensor a = randn(40, 40).requiresGrad_(), b = randn(40, 40).requiresGrad_();
            both.applyAll(a.mul(2), b.mul(2)).get(0).exp().sum().backward();
        }
        for (var each : both.seen) each.toFloatArray();
        var kept = new ArrayList<Tensor>();
        var x = leaf(1, 2);
        var y = Op.of("Mine", x.detach().mul(2))
                .wrt(x, dy -> {
                    kept.add(dy);
                    kept.add(dy.mul(2));
                    return kept.getLast();
                })
                .result();
        y.mul(3).sum().backward();
        assertValues(kept.get(0), 3, 3);
        assertValues(kept.get(1), 6, 6);
        gradOf(x).zero_();
        assertValues(kept.get(1), 6, 6);
    }

    @Test
    void savedTensorsMustNotChange() {
        var x = leaf(1, 2).mul(1);
        var y = new Cube().apply(x);
        x.mul_(2);
        var sum = y.sum();
        assertEquals(
                "backward: a tensor that CubeBackward needs was changed in place after the forward pass had used it",
                assertThrows(IllegalStateException.class, sum::backward).getMessage());
    }

    @Test
    void aSecondPassNeedsWhatWasSaved() {
        var y = new Cube().apply(leaf(1, 2)).sum();
        y.backward(retainGraph(true));
        y.backward();
        assertTrue(assertThrows(IllegalStateException.class, y::backward)
                .getMessage()
                .startsWith("backward: what CubeBackward had saved was given back"));
    }

    private static Function with(Tensor[] result, @Nullable Tensor... gradients) {
        class Fixed extends Function {
            @Override
            protected Tensor[] forward(Context ctx, Tensor... x) {
                return result;
            }

            @Override
            protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
                return gradients;
            }
        }
        return new Fixed();
    }

    @Test
    void wrongGradientsAreRefusedByName() {
        var x = leaf(1, 2);
        assertEquals(
                "Fixed: backward gave 2 gradients for 1 inputs",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> with(new Tensor[] {ones(2)}, ones(2), ones(2))
                                        .apply(x)
                                        .sum()
                                        .backward())
                        .getMessage());
        assertEquals(
                "FixedBackward: gradient [3] does not fit [2]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> with(new Tensor[] {ones(2)}, ones(3))
                                        .apply(x)
                                        .sum()
                                        .backward())
                        .getMessage());
        assertEquals(
                "Fixed: gradient 0 must be floating, got torch.int64",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> with(new Tensor[] {ones(2)}, ones(2).toLong())
                                        .apply(x)
                                        .sum()
                                        .backward())
                        .getMessage());
        assertEquals(
                "Fixed: forward gave no result",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> with(new Tensor[0]).apply(x))
                        .getMessage());
        with(new Tensor[] {ones(2)}, ones(2), null).apply(x).sum().backward(); // trailing nulls do not count
        assertValues(gradOf(x), 1, 1);
        with(new Tensor[] {ones(2)}, (Tensor) null).apply(x).sum().backward();
    }

    @Test
    void resultsCanBeWithoutAGradient() {
        var f = new Function() {
            @Override
            protected Tensor[] forward(Context ctx, Tensor... x) {
                var mask = x[0].gt(0).to(DType.FLOAT32);
                ctx.markNonDifferentiable(mask);
                ctx.put("factor", 2.0);
                ctx.saveForBackward(mask, null);
                return tuple(x[0].mul(mask), mask, x[0].argmax(0));
            }

            @Override
            protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
                assertEquals(2, ctx.savedTensors().length);
                return tuple(dy[0].mul(ctx.savedTensors()[0]).mul(ctx.get("factor", Double.class)));
            }
        };
        var x = leaf(-1, 2);
        var ys = f.applyAll(x);
        assertTrue(ys.get(0).requiresGrad());
        assertFalse(ys.get(1).requiresGrad());
        assertFalse(ys.get(2).requiresGrad());
        ys.get(0).sum().backward();
        assertValues(gradOf(x), 0, 2);
    }

    @Test
    void anInputThatIsReturnedIsAnotherTensor() {
        var x = leaf(1, 2);
        class Same extends Function {
            @Override
            protected Tensor[] forward(Context ctx, Tensor... in) {
                return tuple(in[0], in[0].view(2, 1));
            }

            @Override
            protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
                return tuple(dy[0].mul(10).add(dy[1].view(2)));
            }
        }
        var ys = new Same().applyAll(x);
        assertTrue(x.isLeaf());
        ys.get(0).sum().add(ys.get(1).sum()).backward();
        assertValues(gradOf(x), 11, 11);
    }

    @Test
    void aChangeInPlaceFollows() {
        class Double extends Function {
            @Override
            protected Tensor[] forward(Context ctx, Tensor... x) {
                ctx.markDirty(x[0]);
                return tuple(x[0].mul_(2));
            }

            @Override
            protected @Nullable Tensor[] backward(Context ctx, Tensor... dy) {
                return tuple(dy[0].mul(2));
            }
        }
        var x = leaf(1, 2);
        var y = x.mul(3);
        assertSame(y, new Double().apply(y));
        assertEquals("<DoubleBackward>", String.valueOf(y.gradFn()));
        y.sum().backward();
        assertValues(gradOf(x), 6, 6);
        assertThrows(IllegalStateException.class, () -> new Double().apply(x));
    }

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
