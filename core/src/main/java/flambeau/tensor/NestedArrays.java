package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.EnumSet;
import java.util.Set;

/** Tensors as arrays of arrays. */
final class NestedArrays {
    private final int[] sizes;
    private long at; // address of the next row

    private NestedArrays(int[] sizes, long at) {
        this.sizes = sizes;
        this.at = at;
    }

    static Object of(Tensor x, Class<?> type) {
        int rank = 0;
        var leaf = type;
        for (; leaf.isArray(); rank++) leaf = leaf.getComponentType();
        Check.that(
                rank == x.dim() && rank > 0,
                "toArray: %s has %d dimensions, the tensor %d (shape %s)",
                type.getSimpleName(),
                rank,
                x.dim(),
                x.shape());
        var dtype = dtype(leaf);
        boolean bits = dtype == DType.INT8 && x.dtype() == DType.UINT8;
        Check.that(
                bits || holds(dtype).contains(x.dtype()),
                "toArray: %s does not hold every %s; convert the tensor first",
                leaf.getSimpleName(),
                x.dtype());
        var y = new Tensor(x.array()).plain(dtype).contiguous();
        var found = new NestedArrays(x.shape().sizes(), y.array().address()).read(leaf, 0);
        Reference.reachabilityFence(y);
        return found;
    }

    private static DType dtype(Class<?> leaf) {
        if (leaf == double.class) return DType.FLOAT64;
        if (leaf == float.class) return DType.FLOAT32;
        if (leaf == long.class) return DType.INT64;
        if (leaf == int.class) return DType.INT32;
        if (leaf == short.class) return DType.INT16;
        if (leaf == byte.class) return DType.INT8;
        if (leaf == boolean.class) return DType.BOOL;
        throw new IllegalArgumentException("toArray: takes arrays of numbers or boolean, got " + leaf.getName());
    }

    /** The dtypes all of whose values {@code dtype} has. */
    private static Set<DType> holds(DType dtype) {
        return switch (dtype) {
            case FLOAT64 -> EnumSet.complementOf(EnumSet.of(DType.INT64, DType.BOOL));
            case FLOAT32 ->
                EnumSet.of(DType.FLOAT32, DType.FLOAT16, DType.BFLOAT16, DType.UINT8, DType.INT8, DType.INT16);
            case INT64 -> EnumSet.range(DType.UINT8, DType.INT64);
            case INT32 -> EnumSet.range(DType.UINT8, DType.INT32);
            case INT16 -> EnumSet.range(DType.UINT8, DType.INT16);
            default -> EnumSet.of(dtype);
        };
    }

    private Object read(Class<?> leaf, int dim) {
        if (dim == sizes.length - 1) return row(leaf, sizes[dim]);
        var type = leaf;
        for (int i = dim + 1; i < sizes.length; i++) type = type.arrayType();
        var rows = (Object[]) java.lang.reflect.Array.newInstance(type, sizes[dim]);
        for (int i = 0; i < rows.length; i++) rows[i] = read(leaf, dim + 1);
        return rows;
    }

    private Object row(Class<?> leaf, int n) {
        var row = java.lang.reflect.Array.newInstance(leaf, n);
        switch (row) {
            case boolean[] y -> {
                for (int i = 0; i < n; i++) y[i] = ALL.get(ValueLayout.JAVA_BYTE, at + i) != 0;
            }
            case float[] _ -> MemorySegment.copy(ALL, ValueLayout.JAVA_FLOAT, at, row, 0, n);
            case double[] _ -> MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, at, row, 0, n);
            case long[] _ -> MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, at, row, 0, n);
            case int[] _ -> MemorySegment.copy(ALL, ValueLayout.JAVA_INT, at, row, 0, n);
            case short[] _ -> MemorySegment.copy(ALL, ValueLayout.JAVA_SHORT, at, row, 0, n);
            default -> MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, at, row, 0, n);
        }
        at += (long) n * dtype(leaf).bytes();
        return row;
    }
}
