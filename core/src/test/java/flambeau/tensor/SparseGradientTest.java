package flambeau.tensor;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.retainGraph;
import static flambeau.args.Args.sparseGrad;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SparseGradientTest {
    private static Tensor index(long... values) {
        return tensor(values, dtype(DType.INT64));
    }

    private static SparseGradient sparse(Tensor x) {
        return Objects.requireNonNull(x.sparseGrad());
    }

    private static void assertValues(Tensor x, double... expected) {
        assertArrayEquals(expected, x.detach().toDoubleArray(), 1e-6);
    }

    private static Tensor rows(Tensor weight, long... numbers) {
        return Embeddings.embedding(weight, index(numbers), -1, true);
    }

    @Test
    void anEmbeddingGetsASparseGradient() {
        var w = ones(4, 2).requiresGrad_();
        var y = rows(w, 2, 0, 2);
        assertEquals("<EmbeddingBackward0>", String.valueOf(y.gradFn()));
        y.mul(tensor(new double[][] {{1, 2}, {3, 4}, {5, 6}}, dtype(DType.FLOAT32)))
                .sum()
                .backward();
        var found = sparse(w);
        assertValues(found.indices(), 2, 0, 2);
        assertValues(found.values(), 1, 2, 3, 4, 5, 6);
        var once = found.coalesce();
        assertEquals("[1, 2]", once.indices().shape().text());
        assertValues(once.indices(), 0, 2);
        assertValues(once.values(), 3, 4, 6, 8);
        assertValues(Objects.requireNonNull(w.grad()), 3, 4, 0, 0, 6, 8, 0, 0);
        assertNotNull(w.sparseGrad(), "reading it changes nothing");
    }

    @Test
    void sparseGradientsAccumulate() {
        var w = ones(4, 2).requiresGrad_();
        rows(w, 1).sum().backward();
        var first = sparse(w);
        rows(w, 1, 3).mul(2).sum().backward();
        assertEquals(3, sparse(w).nnz());
        assertEquals(1, first.nnz());
        assertValues(sparse(w).coalesce().values(), 3, 3, 2, 2);
        w.zeroGrad();
        assertNull(w.sparseGrad());
        rows(w, 0).add(rows(w, 0)).sum().backward();
        assertEquals(2, sparse(w).nnz());
    }

    @Test
    void aDenseGradientStaysDense() {
        var w = ones(3, 2).requiresGrad_();
        w.mul(5).sum().backward();
        rows(w, 1).sum().backward();
        assertNull(w.sparseGrad());
        assertValues(Objects.requireNonNull(w.grad()), 5, 5, 6, 6, 5, 5);
        w.zeroGrad();
        rows(w, 1).sum().backward();
        w.mul(5).sum().backward();
        assertNull(w.sparseGrad());
        assertValues(Objects.requireNonNull(w.grad()), 5, 5, 6, 6, 5, 5);
        w.zeroGrad();
        rows(w, 1).sum().add(w.sum()).backward();
        assertValues(Objects.requireNonNull(w.grad()), 1, 1, 2, 2, 1, 1);
    }

    @Test
    void aChangeInPlaceMakesItDense() {
        var w = ones(3, 2).requiresGrad_();
        rows(w, 1).sum().backward();
        Objects.requireNonNull(w.grad()).mul_(3);
        assertNull(w.sparseGrad());
        assertValues(Objects.requireNonNull(w.grad()), 0, 0, 3, 3, 0, 0);
    }

    @Test
    void operationsBeforeTheRowsSeeAWholeGradient() {
        var w = ones(3, 2).requiresGrad_();
        rows(w.mul(2).exp(), 1, 1).sum().backward();
        assertNull(w.sparseGrad());
        double e = 4 * Math.exp(2);
        assertArrayEquals(
                new double[] {0, 0, e, e, 0, 0},
                Objects.requireNonNull(w.grad()).toDoubleArray(),
                1e-4);
    }

    @Test
    void paddingGetsNoGradient() {
        for (boolean sparse : new boolean[] {true, false}) {
            var w = ones(3, 2).requiresGrad_();
            var y = Embeddings.embedding(w, index(0, 1, 0, 2).view(2, 2), 0, sparse);
            assertEquals("[2, 2, 2]", y.shape().text());
            y.sum().backward();
            assertValues(Objects.requireNonNull(w.grad()), 0, 0, 1, 1, 1, 1);
            assertEquals(sparse, w.sparseGrad() != null);
        }
    }

    @Test
    void gatherGivesPlaces() {
        var x = ones(2, 3).requiresGrad_();
        var y = x.gather(1, index(2, 0, 1, 1).view(2, 2), sparseGrad(true));
        y.mul(tensor(new double[][] {{1, 2}, {3, 4}}, dtype(DType.FLOAT32)))
                .sum()
                .backward();
        assertEquals(2, sparse(x).sparseDim());
        assertValues(sparse(x).indices(), 0, 0, 1, 1, 2, 0, 1, 1);
        assertValues(sparse(x).values(), 1, 2, 3, 4);
        assertValues(sparse(x).coalesce().values(), 2, 1, 7);
        assertValues(Objects.requireNonNull(x.grad()), 2, 0, 1, 0, 7, 0);
    }

    @Test
    void gradientsOfGradientsFollow() {
        var w = randn(4, 2).to(DType.FLOAT64).detach().requiresGrad_();
        assertTrue(Autograd.gradcheck(x -> rows(x, 1, 3, 1).square(), w));
        assertTrue(Autograd.gradgradcheck(x -> rows(x, 1, 3, 1).pow(3), w));
        assertTrue(Autograd.gradgradcheck(
                x -> x.gather(0, index(0, 3, 3, 1).view(2, 2), sparseGrad(true)).pow(3), w));
        rows(w, 1, 3).pow(3).sum().backward(createGraph(true));
        var penalty = Objects.requireNonNull(w.grad()).sum();
        w.zeroGrad();
        penalty.backward();
        assertEquals(
                6 * w.get(1).get(0).item().doubleValue(),
                Objects.requireNonNull(w.grad()).get(1).get(0).item().doubleValue(),
                1e-9);
    }

    @Test
    void memoryOfSparseGradientsIsNotGivenBackEarly() {
        var held = new ArrayList<SparseGradient>();
        Tensor w = randn(500, 40).requiresGrad_(), v = randn(500, 40).requiresGrad_();
        for (int i = 0; i < 30; i++) {
            try (var _ = Tensors.scope()) {
                rows(w.add(v), 3, 7, i).exp().sum().backward();
                var y = rows(w, 3, 7, i);
                y.registerHook(dy -> dy.mul(2));
                y.sum().backward(retainGraph(true));
                y.backward(ones(3, 40));
                w.setSparseGrad(new SparseGradient(index(i).view(1, 1), ones(1, 40), Shape.of(500, 40)));
                held.add(sparse(w));
                w.zeroGrad();
                rows(w, 9).sum().backward();
                held.add(sparse(w));
            }
        }
        for (var each : held) assertEquals(40.0, each.toDense().sum().item());
        assertEquals(40.0, Objects.requireNonNull(w.grad()).sum().item());
    }

    @Test
    void leavesShareNoSparseGradient() {
        Tensor a = ones(3, 2).requiresGrad_(), b = ones(3, 2).requiresGrad_();
        rows(a.add(b), 1).sum().backward();
        sparse(a).values().mul_(5);
        assertValues(sparse(b).values(), 1, 1);
    }

    @Test
    void wrongPlacesAreRefused() {
        assertEquals(
                "SparseGradient: values must have the shape [1, 2], got [2, 2]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new SparseGradient(index(1).view(1, 1), ones(2, 2), Shape.of(3, 2)))
                        .getMessage());
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> new SparseGradient(index(3).view(1, 1), ones(1, 2), Shape.of(3, 2)));
        assertEquals(
                0,
                new SparseGradient(index().view(1, 0), ones(0, 2), Shape.of(3, 2))
                        .coalesce()
                        .nnz());
        assertThrows(IndexOutOfBoundsException.class, () -> rows(ones(2, 2), 5));
        assertEquals(
                List.of(3, 0), List.of(ones(3, 0).size(0), rows(ones(3, 0), 1).size(1)));
    }
}
