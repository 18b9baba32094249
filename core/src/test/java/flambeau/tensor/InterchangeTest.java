package flambeau.tensor;

import static flambeau.args.Args.copy;
import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import flambeau.array.DType;
import flambeau.array.Device;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterchangeTest {
    static Stream<Object> nestedArraysComeBack() {
        return Stream.of(
                new float[] {1, 2.5f},
                new double[][] {{1, 2}, {3, 4}, {5, -6}},
                new long[][][] {{{1}, {2}}, {{Long.MIN_VALUE}, {4}}},
                new short[][] {{1, -2}},
                new byte[] {1, -128},
                new boolean[][] {{true, false}, {false, true}},
                new float[0],
                new int[2][3][0]);
    }

    @ParameterizedTest
    @MethodSource
    void nestedArraysComeBack(Object array) {
        var leaf = array.getClass();
        while (leaf.isArray()) leaf = leaf.getComponentType();
        var x = leaf == double.class ? tensor(array, dtype(DType.FLOAT64)) : tensor(array);
        if (leaf == int.class) x = x.toInt();
        var back = x.toArray(array.getClass());
        assertEquals(array.getClass(), back.getClass());
        assertArrayEquals(new Object[] {array}, new Object[] {back});
    }

    @Test
    void viewsAndNarrowTypesBecomeArrays() {
        var x = tensor(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new float[][] {{1, 4}, {2, 5}, {3, 6}}, x.t().toArray(float[][].class));
        assertArrayEquals(
                new double[] {1.5}, tensor(new float[] {1.5f}).toHalf().toArray(double[].class));
        assertArrayEquals(new int[] {200}, tensor(new int[] {200}).toByte().toArray(int[].class));
        assertArrayEquals(new byte[] {-56}, tensor(new int[] {200}).toByte().toArray(byte[].class));
    }

    @Test
    void listsStreamsAndBuffersBecomeTensors() {
        assertEquals(
                "tensor([[1, 2],\n        [3, 4]])",
                tensor(List.of(List.of(1, 2), List.of(3L, 4))).toString());
        assertEquals("tensor([1.0000, 2.5000])", tensor(List.of(1, 2.5)).toString());
        assertEquals("tensor([ True, False])", tensor(List.of(true, false)).toString());
        assertEquals("tensor([1, 2])", tensor(List.of(true, 2)).toString());
        assertEquals("tensor([])", tensor(List.of()).toString());
        assertEquals(
                "tensor([], size=(2, 0))", tensor(List.of(List.of(), List.of())).toString());
        assertEquals(
                "tensor([[1., 2.],\n        [3., 4.]])",
                tensor(List.of(new float[] {1, 2}, new double[] {3, 4})).toString());
        assertEquals("tensor([1, 2])", tensor(new Integer[] {1, 2}).toString());
        assertEquals(
                "tensor([0.5000, 1.5000])", tensor(DoubleStream.of(0.5, 1.5)).toString());
        assertEquals("tensor([0, 1, 2])", tensor(IntStream.range(0, 3)).toString());
        assertEquals("tensor([7])", tensor(LongStream.of(7)).toString());
        assertEquals("tensor([1, 2])", tensor(Stream.of(1, 2)).toString());
        assertEquals(
                "tensor([2.])",
                tensor(FloatBuffer.wrap(new float[] {1, 2}, 1, 1)).toString());
        var big = ByteBuffer.allocateDirect(8)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt(1)
                .putInt(-2)
                .flip();
        assertEquals("tensor([ 1, -2])", tensor(big.asIntBuffer()).toString());
        assertEquals(0, big.position());
    }

    @Test
    void elementsAreStreamed() {
        var x = tensor(new long[][] {{1, 2}, {3, 4}});
        assertEquals(10, x.longs().sum());
        assertArrayEquals(new double[] {1, 3, 2, 4}, x.t().doubles().toArray());
    }

    @Test
    void rowsAreIterated() {
        var x = tensor(new double[][] {{1, 2}, {3, 4}}).requiresGrad_();
        var sums = new ArrayList<Number>();
        for (var row : x) sums.add(row.sum().item());
        assertEquals(List.of(3.0, 7.0), sums);
        assertEquals(
                "tensor([1., 2.], grad_fn=<UnbindBackward0>)",
                x.iterator().next().toString());
        assertEquals(
                0,
                Stream.of(Tensors.zeros(0, 3))
                        .filter(e -> e.iterator().hasNext())
                        .count());
    }

    @Test
    void conversionsKeepOrCopy() {
        var x = tensor(1.5, 2);
        var i = tensor(1, 2);
        assertSame(x, x.to(DType.FLOAT32));
        assertSame(x, x.to(Device.CPU));
        assertSame(x, x.to(x.neg()));
        assertNotSame(x, x.to(DType.FLOAT32, copy(true)));
        assertNotSame(x, x.to(Device.CPU, copy(true)));
        assertEquals(DType.INT64, x.to(i).dtype());
        assertEquals(DType.FLOAT64, x.to(Device.CPU, DType.FLOAT64).dtype());
        assertEquals(
                DType.FLOAT16,
                x.to(Device.CPU, dtype(DType.FLOAT16), copy(true)).dtype());
        assertEquals(
                List.of(DType.FLOAT16, DType.BFLOAT16, DType.INT16, DType.INT8, DType.INT64),
                Stream.of(x.toHalf(), x.toBfloat16(), x.toShort(), x.toChar(), x.typeAs(i))
                        .map(Tensor::dtype)
                        .toList());
        var y = x.detach().requiresGrad_().to(DType.FLOAT32, copy(true));
        assertEquals("tensor([1.5000, 2.0000], grad_fn=<ToCopyBackward0>)", y.toString());
    }

    @Test
    void typesAnswerQuestions() {
        var x = Tensors.zeros(2, 3).toHalf();
        assertEquals(
                List.of("torch.HalfTensor", true, true, 2, 2, 12L, 2),
                List.of(
                        x.type(),
                        x.isFloatingPoint(),
                        x.isSigned(),
                        x.elementSize(),
                        x.itemsize(),
                        x.nbytes(),
                        x.ndim()));
        assertEquals(false, x.toByte().isSigned());
    }

    static Stream<Object[]> wrongRequestsAreRefused() {
        var x = tensor(new double[][] {{1, 2}});
        return Stream.of(
                no("toArray: float[] has 1 dimensions, the tensor 2 (shape [1, 2])", () -> x.toArray(float[].class)),
                no(
                        "toArray: Float has 0 dimensions, the tensor 0 (shape [])",
                        () -> tensor(1.0).toArray(Float.class)),
                no(
                        "toArray: int does not hold every torch.float32; convert the tensor first",
                        () -> x.toArray(int[][].class)),
                no(
                        "toArray: takes arrays of numbers or boolean, got java.lang.Integer",
                        () -> x.toArray(Integer[][].class)),
                no("longs: takes whole numbers, got torch.float32; use doubles()", x::longs),
                no(
                        "iterator: a tensor without dimensions has no rows",
                        () -> tensor(1.0).iterator()),
                no(
                        "tensor: rows must have one length, got 1 beside 2 in dimension 1",
                        () -> tensor(List.of(List.of(1, 2), List.of(3)))),
                no("tensor: takes numbers, got a row of another depth", () -> tensor(List.of(1, List.of(2)))),
                no("tensor: a row of length 1 is expected in dimension 1, got 2", () -> tensor(List.of(List.of(1), 2))),
                no(
                        "tensor: takes numbers, got a row of another depth",
                        () -> tensor(new Object[] {new float[2], new float[2][2]})),
                no(
                        "tensor: a row of length 2 is expected in dimension 2, got 0.0",
                        () -> tensor(new Object[] {new float[2][2], new float[2]})));
    }

    private static Object[] no(String message, Executable call) {
        return new Object[] {message, call};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrongRequestsAreRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
