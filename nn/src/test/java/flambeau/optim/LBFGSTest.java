package flambeau.optim;

import static flambeau.args.Args.lineSearchFn;
import static flambeau.args.Args.maxIter;
import static flambeau.optim.Parameters.parameter;
import static flambeau.optim.Parameters.withGrad;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.args.LineSearch;
import flambeau.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole minimisations. */
class LBFGSTest {
    @Test
    void lbfgsTakesAClosure() {
        var e = assertThrows(IllegalStateException.class, () -> new LBFGS(List.of(withGrad(1, 1))).step());
        assertEquals("LBFGS: step takes a closure that computes the loss", e.getMessage());
    }

    @Test
    void lbfgsGoesOnFromItsState() {
        var p = parameter(-1.5, 2);
        var first = new LBFGS(List.of(p), maxIter(3), lineSearchFn(LineSearch.STRONG_WOLFE));
        first.step(() -> rosenbrock(p, first));
        var q = tensor(p.toDoubleArray()).requiresGrad_();
        var second = new LBFGS(List.of(q));
        second.loadStateDict(first.stateDict());
        for (int i = 0; i < 20; i++) {
            first.step(() -> rosenbrock(p, first));
            second.step(() -> rosenbrock(q, second));
        }
        assertArrayEquals(p.toDoubleArray(), q.toDoubleArray());
        assertArrayEquals(new double[] {1, 1}, p.toDoubleArray(), 1e-2);
    }

    private static Tensor rosenbrock(Tensor p, Optimizer optimizer) {
        optimizer.zeroGrad();
        var x = p.get(0);
        var loss = p.get(1).sub(x.square()).square().mul(100).add(x.sub(1).square());
        loss.backward();
        return loss;
    }
}
