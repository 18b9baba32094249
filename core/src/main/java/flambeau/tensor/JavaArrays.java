package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tensors from Java's numbers, arrays, lists, streams and buffers, and back. */
final class JavaArrays {
    private JavaArrays() {}

    /** The tensor that {@link Tensors#tensor} describes, of {@code dtype} if it is given. */
    static Tensor read(Object data, @Nullable DType dtype) {
        var rows = rows(data);
        var leaf = leaf(rows);
        var y = readAs(rows, leaf == null ? DType.FLOAT64 : leaf);
        if (dtype != null) return y.to(dtype);
        return leaf == null || leaf == DType.FLOAT64 ? y.plain(Tensors.getDefaultDtype()) : y;
    }

    /** Streams and buffers as arrays. */
    private static Object rows(Object data) {
        return switch (data) {
            case DoubleStream stream -> stream.toArray();
            case LongStream stream -> stream.toArray();
            case IntStream stream -> stream.toArray();
            case Stream<?> stream -> stream.toList();
            case FloatBuffer buffer -> get(buffer, new float[buffer.remaining()], (b, y) -> b.get(y));
            case DoubleBuffer buffer -> get(buffer, new double[buffer.remaining()], (b, y) -> b.get(y));
            case LongBuffer buffer -> get(buffer, new long[buffer.remaining()], (b, y) -> b.get(y));
            case IntBuffer buffer -> get(buffer, new int[buffer.remaining()], (b, y) -> b.get(y));
            case ShortBuffer buffer -> get(buffer, new short[buffer.remaining()], (b, y) -> b.get(y));
            case ByteBuffer buffer -> get(buffer, new byte[buffer.remaining()], (b, y) -> b.get(y));
            case null -> throw new IllegalArgumentException("tensor: takes numbers, got null");
            default -> data;
        };
    }

    @SuppressWarnings("unchecked")
    private static <B extends Buffer, A> A get(B buffer, A array, BiConsumer<B, A> read) {
        read.accept((B) buffer.duplicate(), array); // whose position may move
        return array;
    }

    /** The dtype that holds all elements; null if there is none. */
    private static @Nullable DType leaf(@Nullable Object data) {
        if (data == null) throw new IllegalArgumentException("tensor: takes numbers, got null");
        var type = data.getClass();
        while (type.isArray()) type = type.getComponentType();
        if (type.isPrimitive() || !isRow(data)) return own(type);
        DType found = null;
        for (int i = 0, n = length(data); i < n; i++) {
            var next = leaf(element(data, i));
            found = found == null || next == null ? next == null ? found : next : DType.promote(found, next);
        }
        return found;
    }

    private static boolean isRow(@Nullable Object data) {
        return data instanceof List || data != null && data.getClass().isArray();
    }

    private static int length(Object row) {
        return row instanceof List<?> list ? list.size() : java.lang.reflect.Array.getLength(row);
    }

    private static @Nullable Object element(Object row, int i) {
        return row instanceof List<?> list ? list.get(i) : java.lang.reflect.Array.get(row, i);
    }

    /** The dtype with the elements of a Java type. */
    private static DType own(Class<?> leaf) {
        if (leaf == double.class || leaf == Double.class) return DType.FLOAT64;
        if (leaf == float.class || leaf == Float.class) return DType.FLOAT32;
        if (leaf == long.class || leaf == Long.class || leaf == int.class || leaf == Integer.class) return DType.INT64;
        if (leaf == short.class || leaf == Short.class) return DType.INT16;
        if (leaf == byte.class || leaf == Byte.class) return DType.INT8;
        if (leaf == boolean.class || leaf == Boolean.class) return DType.BOOL;
        throw new IllegalArgumentException(
                "tensor: takes numbers and arrays, lists, streams or buffers of them, got " + leaf.getName());
    }

    private static Tensor readAs(Object data, DType dtype) {
        var sizes = new ArrayList<Integer>();
        for (Object row = data; isRow(row); ) {
            int n = length(row);
            sizes.add(n);
            var next = n == 0 ? null : element(row, 0);
            if (next == null) break;
            row = next;
        }
        var shape = Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
        var y = Array.empty(shape, dtype);
        write(data, shape, 0, y, 0);
        Reference.reachabilityFence(y);
        return new Tensor(y);
    }

    private static void write(@Nullable Object data, Shape shape, int depth, Array y, long at) {
        if (depth == shape.rank()) {
            set(y, at, data);
            return;
        }
        if (data == null || !isRow(data))
            throw new IllegalArgumentException("tensor: a row of length %d is expected in dimension %d, got %s"
                    .formatted(shape.get(depth), depth, data));
        int n = length(data);
        Check.that(
                n == shape.get(depth),
                "tensor: rows must have one length, got %d beside %d in dimension %d",
                n,
                shape.get(depth),
                depth);
        if (depth == shape.rank() - 1
                && isCopied(data, y.dtype(), y.address() + at * y.dtype().bytes(), n)) return;
        long step = 1;
        for (int d = depth + 1; d < shape.rank(); d++) step *= shape.get(d);
        for (int i = 0; i < n; i++) write(element(data, i), shape, depth + 1, y, at + i * step);
    }

    /** Copies a last row as a whole, if it has this dtype. */
    private static boolean isCopied(Object row, DType dtype, long to, int n) {
        if (row instanceof int[] x && dtype == DType.INT64) {
            for (int i = 0; i < n; i++) ALL.set(ValueLayout.JAVA_LONG, to + 8L * i, x[i]);
            return true;
        }
        if (row instanceof boolean[] x && dtype == DType.BOOL) {
            for (int i = 0; i < n; i++) ALL.set(ValueLayout.JAVA_BYTE, to + i, (byte) (x[i] ? 1 : 0));
            return true;
        }
        var layout = layout(row, dtype);
        if (layout != null) MemorySegment.copy(row, 0, ALL, layout, to, n);
        return layout != null;
    }

    private static @Nullable ValueLayout layout(Object row, DType dtype) {
        return switch (dtype) {
            case FLOAT32 -> row instanceof float[] ? ValueLayout.JAVA_FLOAT : null;
            case FLOAT64 -> row instanceof double[] ? ValueLayout.JAVA_DOUBLE : null;
            case INT64 -> row instanceof long[] ? ValueLayout.JAVA_LONG : null;
            case INT16 -> row instanceof short[] ? ValueLayout.JAVA_SHORT : null;
            case INT8 -> row instanceof byte[] ? ValueLayout.JAVA_BYTE : null;
            default -> null;
        };
    }

    private static void set(Array y, long at, @Nullable Object value) {
        long to = y.address() + at * y.dtype().bytes();
        switch (value) {
            case Boolean b -> Element.setLong(y.dtype(), to, b ? 1 : 0);
            case Double d -> Element.setDouble(y.dtype(), to, d);
            case Float f -> Element.setDouble(y.dtype(), to, f);
            case Number n -> Element.setLong(y.dtype(), to, n.longValue());
            case null -> throw new IllegalArgumentException("tensor: takes numbers, got null");
            default -> throw new IllegalArgumentException("tensor: takes numbers, got a row of another depth");
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
