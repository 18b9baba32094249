package flambeau.autograd;

import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.ones;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Function;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the user's own functions may give. */
class FunctionResultsTest {
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
}
