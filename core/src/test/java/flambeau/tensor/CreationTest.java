package flambeau.tensor;

import static flambeau.args.Args.atol;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.requiresGrad;
import static flambeau.args.Args.rtol;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import flambeau.array.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationTest {
    private static void assertPrints(String expected, Tensor x) {
        assertEquals(expected, x.toString());
    }

    @Test
    void javasTypesBecomePythonsDtypes() {
        assertEquals(DType.INT64, tensor(1).dtype());
        assertEquals(DType.INT64, tensor(1L).dtype());
        assertEquals(DType.FLOAT32, tensor(1.5).dtype());
        assertEquals(DType.FLOAT32, tensor(1.5f).dtype());
        assertEquals(DType.BOOL, tensor(true).dtype());
        assertEquals(DType.INT64, tensor(new int[] {1}).dtype());
        assertEquals(DType.INT64, tensor(new Integer[] {1}).dtype());
        assertEquals(DType.INT16, tensor(new short[] {1}).dtype());
        assertEquals(DType.INT8, tensor(new byte[] {1}).dtype());
        assertEquals(DType.FLOAT32, tensor(new Double[][] {{1.5}}).dtype());
        assertEquals(
                DType.FLOAT64, tensor(new double[] {0.1}, dtype(DType.FLOAT64)).dtype());
    }

    @Test
    void valuesSurvive() {
        assertEquals(0.1, tensor(0.1, dtype(DType.FLOAT64)).item());
        assertEquals((double) 0.1f, tensor(0.1).item());
        assertEquals((1L << 60) + 1, tensor((1L << 60) + 1).item());
        assertEquals((1L << 60) + 1, tensor(new long[] {(1L << 60) + 1}).item());
        assertEquals((1L << 60) + 1, tensor(new Long[] {(1L << 60) + 1}).item());
        assertPrints("tensor([-2,  3], dtype=torch.int8)", tensor(new byte[] {-2, 3}));
        assertPrints("tensor([[ True],\n        [False]])", tensor(new boolean[][] {{true}, {false}}));
    }

    @Test
    void nestedArraysBecomeDimensions() {
        assertPrints("tensor([[[1, 2],\n         [3, 4]]])", tensor(new long[][][] {{{1, 2}, {3, 4}}}));
        assertEquals("[2, 0]", tensor(new double[2][0]).shape().text());
        assertEquals("[0]", tensor(new double[0]).shape().text());
        assertEquals("[]", tensor(3).shape().text());
        assertEquals("[3]", tensor(1, 2, 3).shape().text());
        assertEquals(DType.FLOAT32, tensor(1, 2.5).dtype());
    }

    @Test
    void constantsFillTensors() {
        assertPrints("tensor([[0., 0.]])", Tensors.zeros(1, 2));
        assertPrints("tensor([1, 1], dtype=torch.int32)", Tensors.ones(shape(2), dtype(DType.INT32)));
        assertPrints("tensor([7, 7])", Tensors.full(shape(2), 7));
        assertPrints("tensor([7., 7.])", Tensors.full(shape(2), 7.0));
        assertPrints("tensor([-0., -0.])", Tensors.full(shape(2), -0.0));
        assertPrints("tensor([True, True])", Tensors.full(shape(2), 2, dtype(DType.BOOL)));
        assertPrints("tensor([1], dtype=torch.int16)", Tensors.full(shape(1), 1.9, dtype(DType.INT16)));
        var like = Tensors.onesLike(tensor(1, 2).to(DType.UINT8));
        assertPrints("tensor([1, 1], dtype=torch.uint8)", like);
        assertTrue(Tensors.zeros(shape(2), requiresGrad(true)).requiresGrad());
        assertEquals(3, Tensors.empty(3).numel());
    }

    @Test
    void rangesEndBeforeTheirEnd() {
        assertPrints("tensor([0, 1, 2])", Tensors.arange(3));
        assertPrints("tensor([1, 3])", Tensors.arange(1, 5, 2));
        assertPrints("tensor([5, 3, 1])", Tensors.arange(5, 0, -2));
        assertPrints("tensor([0.0000, 0.2500, 0.5000, 0.7500])", Tensors.arange(0, 1, 0.25));
        assertPrints("tensor([], dtype=torch.int64)", Tensors.arange(3, 3, 1));
        assertPrints("tensor([1., 2.], dtype=torch.float64)", Tensors.arange(1, 3, 1, dtype(DType.FLOAT64)));
        long large = (1L << 53) + 1; // not a double
        assertArrayEquals(
                new long[] {large, large + 1},
                Tensors.arange(large, large + 2, 1).toLongArray());
        assertEquals(4, Tensors.arange(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 62).numel());
        assertEquals(
                2,
                Tensors.arange(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE).numel());
    }

    @Test
    void linesIncludeBothEnds() {
        assertPrints("tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])", Tensors.linspace(0, 1, 5));
        assertPrints("tensor([3.])", Tensors.linspace(3, 9, 1));
        assertEquals(0, Tensors.linspace(3, 9, 0).numel());
        assertEquals(9.0, Tensors.linspace(3, 9, 7).get(-1).item());
    }

    @Test
    void theIdentityHasOnesOnItsDiagonal() {
        assertPrints("tensor([[1., 0.],\n        [0., 1.]])", Tensors.eye(2));
        assertEquals(0, Tensors.eye(0).numel());
    }

    @Test
    void elementsComeBackAsJavasArrays() {
        var x = tensor(new double[][] {{1.5, -2}, {300, 0}}).t();
        assertArrayEquals(new float[] {1.5f, 300, -2, 0}, x.toFloatArray());
        assertArrayEquals(new double[] {1.5, 300, -2, 0}, x.toDoubleArray());
        assertArrayEquals(new long[] {1, 300, -2, 0}, x.toLongArray());
        assertArrayEquals(new int[] {1, 300, -2, 0}, x.toIntArray());
        assertArrayEquals(new byte[] {1, 44, -2, 0}, x.to(DType.INT8).toByteArray());
        assertEquals(List.of(List.of(1.5, 300.0), List.of(-2.0, 0.0)), x.tolist());
        assertEquals(List.of(true, false), tensor(new boolean[] {true, false}).tolist());
        assertEquals(List.of(), Tensors.zeros(0).tolist());
        assertEquals(4L, tensor(4).tolist());
    }

    @Test
    void anElementIsALongOrADouble() {
        assertEquals(1L, tensor(true).item());
        assertEquals(255L, tensor(255).toByte().item());
        assertEquals(1.5, tensor(new double[][] {{1.5}}).item());
        assertTrue(tensor(0.5).isTrue());
        assertTrue(tensor(Double.NaN).isTrue());
    }

    @Test
    void closenessAndEqualityCompareValues() {
        Tensor x = tensor(1.0, 2.0), y = tensor(1.0, 2.0 + 1e-6);
        assertTrue(x.allclose(y) && !x.torchEquals(y) && x.torchEquals(x.clone()));
        assertTrue(!x.allclose(tensor(1.0, 2.1)) && x.allclose(tensor(1.0, 2.1), rtol(0.1), atol(0)));
        var odd = tensor(Double.NaN, Double.POSITIVE_INFINITY);
        assertTrue(!odd.allclose(odd) && odd.get(1).allclose(odd.get(1)) && !x.torchEquals(tensor(1.0, 2.0, 3.0)));
    }

    @Test
    void conversionsShareOnlyWhatStaysTheSame() {
        var x = tensor(1.0, 2.0);
        assertSame(x, x.to(DType.FLOAT32));
        assertSame(x, x.contiguous());
        assertNotSame(x, x.clone());
        x.clone().fill_(9);
        x.detach().get(0).fill_(5);
        assertPrints("tensor([5., 2.])", x);
        assertArrayEquals(new long[] {2, 1}, Tensors.zeros(3, 2).stride());
        assertEquals(3, Tensors.zeros(3, 2).size(-2));
        assertEquals("cpu", x.device().toString());
    }
}
