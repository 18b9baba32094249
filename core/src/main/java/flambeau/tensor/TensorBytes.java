package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * The bytes of tensors to and from channels, in row-major order, little-endian, without a copy on the Java heap. What users
 * call is in {@code flambeau.io}.
 */
public final class TensorBytes {
    private static final long CHUNK = 64 << 20; // a ByteBuffer ends at 2 GiB

    private TensorBytes() {}

    /** Writes all elements of {@code x}, whatever its layout. */
    public static void write(Tensor x, WritableByteChannel to) throws IOException {
        var y = new Tensor(x.array()).contiguous();
        var array = y.array();
        long n = bytes(array);
        for (long done = 0; done < n; done += CHUNK) {
            var part = part(array, done, n);
            while (part.hasRemaining()) to.write(part);
        }
        Reference.reachabilityFence(y);
    }

    /**
     * Overwrites all elements of {@code x}, which must be contiguous.
     *
     * @throws EOFException if the channel ends before
     * @throws IOException if a byte of a bool is neither 0 nor 1
     */
    public static void read(Tensor x, ReadableByteChannel from) throws IOException {
        Check.that(x.isContiguous(), "read: the tensor must be contiguous");
        var array = x.raw();
        long n = bytes(array);
        for (long done = 0; done < n; done += CHUNK) {
            var part = part(array, done, n);
            while (part.hasRemaining()) if (from.read(part) < 0) throw new EOFException("the data ends too early");
        }
        x.storage().touch();
        if (array.dtype() == DType.BOOL) checkBooleans(array.address(), n);
        Reference.reachabilityFence(x);
    }

    /** The identity of the memory of {@code x}: one object for all tensors that share it. */
    public static Object storageOf(Tensor x) {
        return x.storage();
    }

    /** The elements in all of the memory of {@code x}, also those that other tensors show. */
    public static long storageCount(Tensor x) {
        return x.storage().bytes() / x.dtype().bytes();
    }

    /** The number of the first element of {@code x} in its memory. */
    public static long storageOffset(Tensor x) {
        return x.raw().layout().offset();
    }

    /** Writes all of the memory of {@code x}, whatever is in it. */
    public static void writeStorage(Tensor x, WritableByteChannel to) throws IOException {
        long at = x.array().storage().address(), n = storageCount(x) * x.dtype().bytes();
        for (long done = 0; done < n; done += CHUNK) {
            var part = ALL.asSlice(at + done, Math.min(CHUNK, n - done)).asByteBuffer();
            while (part.hasRemaining()) to.write(part);
        }
        Reference.reachabilityFence(x);
    }

    /**
     * Elements of the memory of {@code x}, not recorded and not a view.
     *
     * @throws IllegalArgumentException if they leave it
     */
    public static Tensor overStorage(Tensor x, Shape shape, long[] strides, long offset) {
        Check.that(strides.length == shape.rank() && offset >= 0, "overStorage: strides and offset do not fit");
        long last = offset;
        for (int d = 0; d < strides.length; d++) {
            Check.that(strides[d] >= 0, "overStorage: a stride must not be negative, got %d", strides[d]);
            last = Math.addExact(last, Math.multiplyExact(Math.max(shape.get(d) - 1, 0), strides[d]));
        }
        Check.that(shape.count() == 0 || last < storageCount(x), "overStorage: element %d is not there", last);
        x.storage().share();
        return new Tensor(x.raw().as(new Layout(shape, strides.clone(), offset)));
    }

    private static void checkBooleans(long at, long n) throws IOException {
        for (long i = 0; i < n; i++) {
            byte b = ALL.get(ValueLayout.JAVA_BYTE, at + i);
            if (b != 0 && b != 1) throw new IOException("a bool must be 0 or 1, got " + (b & 0xff));
        }
    }

    private static long bytes(Array array) {
        return array.count() * array.dtype().bytes();
    }

    private static ByteBuffer part(Array array, long from, long n) {
        return ALL.asSlice(array.address() + from, Math.min(CHUNK, n - from)).asByteBuffer();
    }
}
