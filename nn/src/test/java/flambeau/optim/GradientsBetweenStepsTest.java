package flambeau.optim;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.lr;
import static flambeau.args.Args.momentum;
import static flambeau.args.Args.named;
import static flambeau.args.Args.setToNone;
import static flambeau.nn.utils.Gradients.clipGradNorm_;
import static flambeau.optim.Parameters.parameter;
import static flambeau.optim.Parameters.withGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.nn.Linear;
import flambeau.nn.Sequential;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of gradients between steps. */
class GradientsBetweenStepsTest {
    @Test
    void zeroGradDropsGradients() {
        var p = withGrad(1, 1);
        new SGD(List.of(p)).zeroGrad();
        assertNull(p.grad());
    }

    @Test
    void zeroGradCanKeepTheTensor() {
        var p = withGrad(1, 3);
        var grad = p.grad();
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertSame(grad, p.grad());
        assertEquals(0.0, p.grad().item());
    }

    @Test
    void zeroGradForgetsTheHistoryOfAGradient() {
        var p = parameter(2);
        p.mul(p).mul(p).sum().backward(createGraph(true));
        assertTrue(p.grad().requiresGrad());
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertTrue(!p.grad().requiresGrad());
        assertEquals(0.0, p.grad().item());
    }

    @Test
    void zeroGradWithoutGradientsDoesNothing() {
        var p = parameter(1);
        new SGD(List.of(p)).zeroGrad(setToNone(false));
        assertNull(p.grad());
    }

    @Test
    void gradientsAddUpOverSeveralBackwardPasses() {
        var whole = parameter(1, -2);
        var parts = parameter(1, -2);
        var x = tensor(new double[] {1, 2, 3, 4});
        x.view(2, 2).mul(whole).square().sum().backward();
        for (int i = 0; i < 2; i++)
            x.view(2, 2).get(i).mul(parts).square().sum().backward();
        new RMSprop(List.of(whole)).step();
        new RMSprop(List.of(parts)).step();
        assertArrayEquals(whole.toDoubleArray(), parts.toDoubleArray());
    }

    /** As users write it: gradients of parts of a batch add up, are clipped, and one step is taken. */
    @Test
    void partsOfABatchWithClippingGiveTheStepOfTheWhole() {
        var x = tensor(new double[] {1, 2, 3, 4, 5, 6, 7, 8}).view(4, 2);
        var whole = new Linear(2, 1);
        var parts = whole.deepCopy();
        var wholeSgd = new SGD(whole.parameters(), lr(0.1), momentum(0.9));
        var partsSgd = new SGD(parts.parameters(), lr(0.1), momentum(0.9));
        for (int step = 0; step < 3; step++) {
            wholeSgd.zeroGrad();
            whole.apply(x).square().mean().backward();
            double norm = clipGradNorm_(whole.parameters(), 1).item().doubleValue();
            assertTrue(norm > 1, "there is something to clip");
            wholeSgd.step();

            partsSgd.zeroGrad();
            for (int i = 0; i < 4; i++)
                ((Linear) parts).apply(x.narrow(0, i, 1)).square().mean().div(4).backward();
            clipGradNorm_(parts.parameters(), 1);
            partsSgd.step();
        }
        for (int i = 0; i < 2; i++)
            assertArrayEquals(
                    whole.parameters().get(i).toDoubleArray(),
                    parts.parameters().get(i).toDoubleArray(),
                    1e-5);
    }

    @Test
    void aGradientThatIsNotANumberIsNamedAndNothingChanges() {
        var net = new Sequential(named("first", new Linear(1, 1)), named("last", new Linear(1, 1)));
        for (var p : net.parameters()) p.setGrad(ones(p.shape()));
        net.getParameter("last.bias").setGrad(tensor(new double[] {Double.NaN}));
        var e = assertThrows(IllegalArgumentException.class, () -> clipGradNorm_(net, 1));
        assertEquals("clipGradNorm_: gradients must be finite, that of last.bias (float32 [1]) is not", e.getMessage());
        assertEquals(1.0, net.getParameter("first.weight").grad().item());
    }
}
