package flambeau.tensor;

import flambeau.array.DType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Tensors over memory of others. */
abstract sealed class Sharing extends Printing permits Tensors {
    Sharing() {}

    /**
     * A vector over the memory between the position and the limit of a direct buffer, without a copy: each sees what the other
     * changes. The tensor keeps the buffer. {@link #tensor} copies any buffer.
     *
     * <p>A change by way of the buffer is no change in place that a backward pass would find, as in PyTorch. Nothing is kept of
     * such memory between operations, so that layers whose weights lie there are slower.
     *
     * @param data in the native byte order, aligned for the dtype
     * @param dtype of the elements, not bool
     * @throws IllegalArgumentException if the memory may go away or cannot be written: if it is on the heap, read-only, a mapped
     *     file, or of an arena that can be closed
     */
    public static Tensor fromBuffer(ByteBuffer data, DType dtype) {
        return Memory.over(data, dtype);
    }

    /** A vector over a segment of the global or an automatic arena, without a copy, as {@link #fromBuffer(ByteBuffer, DType)}. */
    public static Tensor fromBuffer(MemorySegment data, DType dtype) {
        return Memory.over(data, dtype);
    }
}
