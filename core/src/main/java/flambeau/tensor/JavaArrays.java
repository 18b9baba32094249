package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tensors from Java's arrays and numbers, and back. */
final class JavaArrays {
    private JavaArrays() {}

    /** The tensor that {@link Tensors#tensor} describes, of {@code dtype} if it is given. */
    static Tensor read(Object data, @Nullable DType dtype) {
        var leaf = leaf(data);
        var y = readAs(data, own(leaf));
        if (dtype != null) return y.to(dtype);
        return leaf == double.class || leaf == Double.class ? y.plain(Tensors.getDefaultDtype()) : y;
    }

    private static Class<?> leaf(Object data) {
        var type = data.getClass();
        while (type.isArray()) type = type.getComponentType();
        return type;
    }

    /** The dtype with the elements of a Java type. */
    private static DType own(Class<?> leaf) {
        if (leaf == double.class || leaf == Double.class) return DType.FLOAT64;
        if (leaf == float.class || leaf == Float.class) return DType.FLOAT32;
        if (leaf == long.class || leaf == Long.class || leaf == int.class || leaf == Integer.class) return DType.INT64;
        if (leaf == short.class || leaf == Short.class) return DType.INT16;
        if (leaf == byte.class || leaf == Byte.class) return DType.INT8;
        if (leaf == boolean.class || leaf == Boolean.class) return DType.BOOL;
        throw new IllegalArgumentException("tensor: takes a number or an array of primitives, got " + leaf.getName());
    }

    private static Tensor readAs(Object data, DType dtype) {
        var sizes = new ArrayList<Integer>();
        for (Object row = data; row.getClass().isArray(); ) {
            int n = java.lang.reflect.Array.getLength(row);
            sizes.add(n);
            var next = n == 0 ? null : java.lang.reflect.Array.get(row, 0);
            if (next == null || !row.getClass().getComponentType().isArray()) break;
            row = next;
        }
        var shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
        var y = Array.empty(shape, dtype);
        write(data, shape, 0, y, 0);
        Reference.reachabilityFence(y);
        return new Tensor(y);
    }

    private static void write(Object data, Shape shape, int depth, Array y, long at) {
        if (depth == shape.rank()) {
            set(y, at, data);
            return;
        }
        int n = data != null && data.getClass().isArray() ? java.lang.reflect.Array.getLength(data) : -1;
        Check.that(
                n == shape.get(depth),
                "tensor: rows must have one length, got %d beside %d in dimension %d",
                n,
                shape.get(depth),
                depth);
        long to = y.address() + at * y.dtype().bytes();
        switch (data) {
            case float[] x -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_FLOAT, to, n);
            case double[] x -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_DOUBLE, to, n);
            case long[] x -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_LONG, to, n);
            case short[] x -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_SHORT, to, n);
            case byte[] x -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_BYTE, to, n);
            case int[] x -> {
                for (int i = 0; i < n; i++)
                    Element.setLong(y.dtype(), to + (long) i * y.dtype().bytes(), x[i]);
            }
            case boolean[] x -> {
                for (int i = 0; i < n; i++) Element.setLong(y.dtype(), to + i, x[i] ? 1 : 0);
            }
            case Object[] rows -> {
                long step = 1;
                for (int d = depth + 1; d < shape.rank(); d++) step *= shape.get(d);
                for (int i = 0; i < n; i++) write(rows[i], shape, depth + 1, y, at + i * step);
            }
            default -> throw new IllegalArgumentException("tensor: takes arrays of primitives, got " + data.getClass());
        }
    }

    private static void set(Array y, long at, Object value) {
        long to = y.address() + at * y.dtype().bytes();
        switch (value) {
            case Boolean b -> Element.setLong(y.dtype(), to, b ? 1 : 0);
            case Double d -> Element.setDouble(y.dtype(), to, d);
            case Float f -> Element.setDouble(y.dtype(), to, f);
            case Number n -> Element.setLong(y.dtype(), to, n.longValue());
            case null, default -> throw new IllegalArgumentException("tensor: takes numbers, got " + value);
        }
    }

    static float[] floats(Tensor x) {
        return copy(x, DType.FLOAT32, s -> s.toArray(ValueLayout.JAVA_FLOAT));
    }

    static double[] doubles(Tensor x) {
        return copy(x, DType.FLOAT64, s -> s.toArray(ValueLayout.JAVA_DOUBLE));
    }

    static long[] longs(Tensor x) {
        return copy(x, DType.INT64, s -> s.toArray(ValueLayout.JAVA_LONG));
    }

    static int[] ints(Tensor x) {
        return copy(x, DType.INT32, s -> s.toArray(ValueLayout.JAVA_INT));
    }

    static byte[] bytes(Tensor x) {
        return copy(x, x.dtype(), s -> s.toArray(ValueLayout.JAVA_BYTE));
    }

    private static <A> A copy(Tensor x, DType dtype, Function<MemorySegment, A> read) {
        var y = new Tensor(x.array()).plain(dtype).contiguous();
        var copy = read.apply(ALL.asSlice(y.array().address(), y.count() * dtype.bytes()));
        Reference.reachabilityFence(y);
        return copy;
    }

    /** Lists of lists of Long, Double or Boolean; a scalar is the element itself. */
    static Object lists(Tensor x) {
        if (x.dim() > 0) {
            var rows = new ArrayList<Object>(x.size(0));
            for (int i = 0; i < x.size(0); i++) rows.add(lists(x.detach().select(0, i)));
            return List.copyOf(rows);
        }
        return x.dtype() == DType.BOOL ? (Object) x.isTrue() : x.item();
    }
}
