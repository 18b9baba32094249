package flambeau.tensor;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Elements as Java's arrays, lists, streams and buffers. */
abstract sealed class Interchange extends Conversions implements Iterable<Tensor> permits Differentiation {
    Interchange() {}

    /** All elements in row-major order, as float32. */
    public final float[] toFloatArray() {
        return JavaArrays.floats(self());
    }

    /** All elements in row-major order, as float64. */
    public final double[] toDoubleArray() {
        return JavaArrays.doubles(self());
    }

    /** All elements in row-major order, as int64. */
    public final long[] toLongArray() {
        return JavaArrays.longs(self());
    }

    /** All elements in row-major order, as int32. */
    public final int[] toIntArray() {
        return JavaArrays.ints(self());
    }

    /** The bytes of all elements in row-major order, little-endian. */
    public final byte[] toByteArray() {
        return JavaArrays.bytes(self());
    }

    /**
     * The elements as an array of arrays: {@code float[][] rows = x.toArray(float[][].class)}.
     *
     * @param type an array type with as many dimensions as this tensor. Its elements hold those of this tensor: {@code float[]}
     *     all but float64, int32 and int64; {@code double[]} all but int64; the others integers that are not wider, and
     *     {@code boolean[]} bool. {@code byte[]} also takes the bits of uint8
     * @throws IllegalArgumentException if the dimensions do not agree, or the elements do not hold the values
     */
    public final <T> T toArray(Class<T> type) {
        return type.cast(NestedArrays.of(self(), type));
    }

    /** Lists of lists of Long, Double or Boolean; of a tensor without dimensions its element. */
    public final Object tolist() {
        return JavaArrays.lists(self());
    }

    /** All elements in row-major order, as they are now. */
    public final DoubleStream doubles() {
        return Arrays.stream(toDoubleArray());
    }

    /**
     * All elements in row-major order, as they are now.
     *
     * @throws IllegalArgumentException if they are floating
     */
    public final LongStream longs() {
        Check.that(!isFloatingPoint(), "longs: takes whole numbers, got %s; use doubles()", self().dtype());
        return Arrays.stream(toLongArray());
    }

    /**
     * The tensors along the first dimension, which share memory with this one: {@code for (Tensor row : x)}.
     *
     * @throws IllegalArgumentException if this tensor has no dimension
     */
    @Override
    public final Iterator<Tensor> iterator() {
        Check.that(self().dim() > 0, "iterator: a tensor without dimensions has no rows");
        return self().unbind(0).iterator();
    }

    /**
     * The memory of this tensor, to be read: little-endian, in row-major order, no copy. It stays valid as long as somebody has
     * the segment, also when this tensor is gone, and shows later changes of this tensor in place.
     *
     * @throws IllegalArgumentException if this tensor is not contiguous
     */
    public final MemorySegment asMemorySegment() {
        return Memory.view("asMemorySegment", self());
    }

    /** The memory of this tensor, to be read, as {@link #asMemorySegment}; at most 2 GiB. */
    public final ByteBuffer asByteBuffer() {
        return Memory.buffer("asByteBuffer", self(), self().dtype());
    }

    /** The memory of a float32 tensor, to be read, as {@link #asMemorySegment}. */
    public final FloatBuffer asFloatBuffer() {
        return Memory.buffer("asFloatBuffer", self(), flambeau.array.DType.FLOAT32)
                .asFloatBuffer();
    }

    /** The memory of a float64 tensor, to be read, as {@link #asMemorySegment}. */
    public final DoubleBuffer asDoubleBuffer() {
        return Memory.buffer("asDoubleBuffer", self(), flambeau.array.DType.FLOAT64)
                .asDoubleBuffer();
    }

    /** The memory of an int64 tensor, to be read, as {@link #asMemorySegment}. */
    public final LongBuffer asLongBuffer() {
        return Memory.buffer("asLongBuffer", self(), flambeau.array.DType.INT64).asLongBuffer();
    }

    /** The memory of an int32 tensor, to be read, as {@link #asMemorySegment}. */
    public final IntBuffer asIntBuffer() {
        return Memory.buffer("asIntBuffer", self(), flambeau.array.DType.INT32).asIntBuffer();
    }

    /** The memory of an int16 tensor, to be read, as {@link #asMemorySegment}. */
    public final ShortBuffer asShortBuffer() {
        return Memory.buffer("asShortBuffer", self(), flambeau.array.DType.INT16)
                .asShortBuffer();
    }

    /**
     * Lets {@code writer} change the memory of this tensor: little-endian, in row-major order. Counts as a change in place. In a
     * bool tensor every byte that is not 0 becomes 1.
     *
     * @param writer gets the memory for the time of the call, on this thread; later use of it is refused
     * @throws IllegalArgumentException if this tensor is not contiguous
     * @throws IllegalStateException if it requires a gradient and recording is on
     */
    public final Tensor write_(Consumer<MemorySegment> writer) {
        Memory.write(self(), writer);
        return self();
    }
}
