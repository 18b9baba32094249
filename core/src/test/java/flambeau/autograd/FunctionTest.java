package flambeau.autograd;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.retainGraph;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Autograd;
import flambeau.tensor.Function;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
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

    static Tensor wide(double... values) {
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
}
