package flambeau.array;

import flambeau.memory.Native;
import flambeau.memory.Pool;
import flambeau.memory.Storage;

/**
 * Elements of one type in a storage: what kernels see.
 *
 * @param storage the bytes
 * @param dtype the element type
 * @param layout the shape and where its elements lie
 * @param device where the bytes are
 */
public record Array(Storage storage, DType dtype, Layout layout, Device device) {
    /**
     * A fresh array with any content.
     *
     * @throws OutOfMemoryError if there is no memory for it
     */
    public static Array empty(Layout layout, DType dtype) {
        long count = layout.shape().count();
        long bytes = count > Long.MAX_VALUE / dtype.bytes() ? Long.MAX_VALUE : count * dtype.bytes();
        return new Array(Pool.GLOBAL.allocate(bytes), dtype, layout, Device.CPU);
    }

    /** A fresh contiguous array with any content. */
    public static Array empty(Shape shape, DType dtype) {
        return empty(Layout.contiguous(shape), dtype);
    }

    /** The same storage under another layout. */
    public Array as(Layout other) {
        return other == layout ? this : new Array(storage, dtype, other, device);
    }

    /** The sizes. */
    public Shape shape() {
        return layout.shape();
    }

    /** The number of elements. */
    public long count() {
        return layout.shape().count();
    }

    /**
     * The address of the first element.
     *
     * @throws IllegalStateException if the storage was given back
     */
    public long address() {
        return storage.address() + layout.offset() * dtype.bytes();
    }

    /** Whether this is float32, the type that fast kernels take. */
    public boolean isFloat32() {
        return dtype == DType.FLOAT32;
    }

    /** Element {@code index} in memory order from the first, as a double. */
    public double getDouble(long index) {
        return Element.getDouble(dtype, address() + index * dtype.bytes());
    }

    /** All bytes zero: the number 0 of every type. */
    public void zero() {
        Native.ALL.asSlice(storage.address(), storage.bytes()).fill((byte) 0);
    }
}
