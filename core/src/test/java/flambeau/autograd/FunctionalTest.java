package flambeau.autograd;

import static flambeau.args.Args.atol;
import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.fastMode;
import static flambeau.args.Args.gradOutputs;
import static flambeau.args.Args.isGradsBatched;
import static flambeau.args.Args.materializeGrads;
import static flambeau.args.Args.raiseException;
import static flambeau.args.Args.strict;
import static flambeau.autograd.BackwardTest.assertValues;
import static flambeau.autograd.BackwardTest.gradOf;
import static flambeau.autograd.BackwardTest.leaf;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.tensor.Autograd;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Derivatives of whole functions, and checks of gradients. */
class FunctionalTest {
    private static Tensor wide(double... values) {
        return tensor(values, dtype(DType.FLOAT64)).requiresGrad_();
    }

    @Test
    void theJacobianHasTheShapesOfResultAndInput() {
        var j = Autograd.jacobian(x -> x.square().sum(1), tensor(new double[][] {{1, 2}, {3, 4}}));
        assertEquals("[2, 2, 2]", j.shape().text());
        assertValues(j, 2, 4, 0, 0, 0, 0, 6, 8);
        assertFalse(j.requiresGrad());
        var all = Autograd.jacobian(
                (List<Tensor> x) -> List.of(x.get(0).mul(x.get(1)), x.get(0).sum()), List.of(leaf(1, 2), leaf(3, 4)));
        assertValues(all.get(0).get(1), 1, 0, 0, 2);
        assertValues(all.get(1).get(0), 1, 1);
        assertValues(all.get(1).get(1), 0, 0);
        assertEquals(
                "jacobian: result 1 does not depend on input 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Autograd.jacobian(
                                        (List<Tensor> x) -> List.of(
                                                x.get(0).mul(x.get(1)), x.get(0).sum()),
                                        List.of(leaf(1, 2), leaf(3, 4)),
                                        strict(true)))
                        .getMessage());
        var w = wide(2, 3);
        Autograd.jacobian(x -> x.pow(3), w, createGraph(true)).sum().backward();
        assertValues(gradOf(w), 12, 18);
        assertEquals(
                "[0, 3]",
                Autograd.jacobian(x -> x.narrow(0, 0, 0), ones(3)).shape().text());
    }

    @Test
    void theHessianIsThatOfAScalar() {
        assertValues(Autograd.hessian(x -> x.pow(3).sum(), tensor(1.0, 2.0)), 6, 0, 0, 12);
        var all = Autograd.hessian(x -> x.get(0).mul(x.get(1)).sum(), List.of(tensor(1.0, 2.0), tensor(3.0, 4.0)));
        assertValues(all.get(0).get(0), 0, 0, 0, 0);
        assertValues(all.get(0).get(1), 1, 0, 0, 1);
        assertValues(Autograd.hessian(x -> x.sum(), tensor(1.0, 2.0)), 0, 0, 0, 0);
        assertEquals(
                "hessian: the function must give one element, gave the shape [2]",
                assertThrows(IllegalArgumentException.class, () -> Autograd.hessian(x -> x.exp(), tensor(1.0, 2.0)))
                        .getMessage());
    }

    @Test
    void productsAgreeWithTheJacobian() {
        Tensor x = tensor(1.0, 2.0), v = tensor(10.0, 100.0);
        var back = Autograd.vjp(u -> u.mul(u.sum()), x, v); // J = [[2a + b, a], [b, a + 2b]]
        assertValues(back.output(), 3, 6);
        assertValues(back.product(), 4 * 10 + 2 * 100, 10 + 5 * 100);
        var forth = Autograd.jvp(u -> u.mul(u.sum()), x, v);
        assertValues(forth.product(), 4 * 10 + 100, 2 * 10 + 5 * 100);
        assertValues(Autograd.vhp(u -> u.prod().mul(u.sum()), x, v).product(), 4 * 10 + 6 * 100, 6 * 10 + 2 * 100);
        assertValues(Autograd.hvp(u -> u.prod().mul(u.sum()), x, v).product(), 4 * 10 + 6 * 100, 6 * 10 + 2 * 100);
        assertEquals(
                "jvp: v must have the shape [2], got [3]",
                assertThrows(IllegalArgumentException.class, () -> Autograd.jvp(u -> u.exp(), x, ones(3)))
                        .getMessage());
        var constant = ones(2);
        assertValues(Autograd.vjp(u -> constant, x, v).product(), 0, 0);
        assertValues(Autograd.jvp(u -> constant, x, v).product(), 0, 0);
        assertThrows(IllegalArgumentException.class, () -> Autograd.jvp(u -> constant, x, v, strict(true)));
        assertValues(Autograd.vjp(u -> u.sum(), x, null).product(), 1, 1);
    }

    @Test
    void backwardTakesSeveralTensors() {
        var x = leaf(1, 2);
        Autograd.backward(List.of(x.sum(), x.mul(2)), Arrays.asList(null, tensor(1.0, 10.0)));
        assertValues(gradOf(x), 3, 21);
        Autograd.backward(List.of(x.sum(), x.mul(3).sum()));
        assertValues(gradOf(x), 7, 25);
    }

    @Test
    void gradTakesItsOptions() {
        Tensor x = leaf(1, 2), unused = leaf(3, 4);
        assertValues(Tensors.grad(x.mul(2), x, gradOutputs(List.of(tensor(1.0, 10.0)))), 2, 20);
        assertValues(
                Tensors.grad(x.sum(), List.of(x, unused), materializeGrads(true))
                        .get(1),
                0,
                0);
        assertEquals(
                "grad: materializeGrads(true) goes with allowUnused(true) only",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Tensors.grad(
                                        x.sum(),
                                        List.of(unused),
                                        materializeGrads(true),
                                        flambeau.args.Args.allowUnused(false)))
                        .getMessage());
        var rows = Tensors.grad(List.of(x.square()), List.of(x), List.of(Tensors.eye(2)), isGradsBatched(true))
                .getFirst();
        assertValues(rows, 2, 0, 0, 4);
        assertThrows(IllegalArgumentException.class, () -> Tensors.grad(List.of(x.sum()), List.of()));
    }

    @Test
    void gradcheckFindsAWrongGradient() {
        var x = wide(1, 2);
        assertTrue(Autograd.gradcheck(v -> v.exp().mul(v), x));
        assertTrue(Autograd.gradcheck(v -> v.exp().mul(v), x, fastMode(true)));
        assertTrue(Autograd.gradgradcheck(v -> v.exp().mul(v), x));
        assertTrue(Autograd.gradgradcheck(v -> v.exp().mul(v), x, flambeau.args.Args.genNonContigGradOutputs(true)));
        java.util.function.UnaryOperator<Tensor> wrong =
                v -> Op.of("Wrong", v.detach().mul(2)).wrt(v, dy -> dy.mul(3)).result();
        assertEquals(
                """
                gradcheck: Jacobian mismatch for output 0 with respect to input 0,
                numerical: tensor([[2.0000, 0.0000],
                        [0.0000, 2.0000]], dtype=torch.float64)
                analytical: tensor([[3., 0.],
                        [0., 3.]], dtype=torch.float64)\
                """,
                assertThrows(IllegalStateException.class, () -> Autograd.gradcheck(wrong, x))
                        .getMessage());
        assertFalse(Autograd.gradcheck(wrong, x, raiseException(false)));
        assertFalse(Autograd.gradcheck(wrong, x, raiseException(false), fastMode(true)));
        assertTrue(Autograd.gradcheck(wrong, x, atol(2)));
        assertThrows(IllegalArgumentException.class, () -> Autograd.gradcheck(v -> v.mul(2), ones(2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Autograd.gradcheck(v -> v.mul(2), ones(1).expand(3).requiresGrad_()));
        assertTrue(Autograd.gradcheck(v -> v.mul(2), wide()));
        var y = wide(1, 2, 3, 4).view(2, 2).t().detach().requiresGrad_();
        assertTrue(Autograd.gradcheck(v -> v.mul(v).sum(0), y));
    }

    @Test
    void gradcheckSeesGradientsThatChangeFromPassToPass() {
        var calls = new int[1];
        var x = wide(1, 2);
        java.util.function.UnaryOperator<Tensor> unsteady =
                v -> Op.of("Unsteady", v.detach().mul(2))
                        .wrt(v, dy -> dy.mul(2 + 1e-9 * calls[0]++))
                        .result();
        assertEquals(
                "gradcheck: backward gives different gradients of output 0 with respect to input 0 when it runs twice",
                assertThrows(IllegalStateException.class, () -> Autograd.gradcheck(unsteady, x))
                        .getMessage());
        assertTrue(Autograd.gradcheck(unsteady, x, flambeau.args.Args.nondetTol(1e-6)));
    }
}
