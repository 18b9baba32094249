package flambeau.tensor;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Device;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.memory.Storage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Memory that tensors and other Java code share; decisions/0012 says who may do what, and why. */
final class Memory {
    private Memory() {}

    static MemorySegment view(String op, Tensor x) {
        checkContiguous(op, x);
        var array = x.array();
        var storage = array.storage();
        storage.pin();
        return ALL.asSlice(array.address(), x.nbytes())
                .reinterpret(Arena.ofAuto(), _ -> Reference.reachabilityFence(storage)) // which the segment so keeps
                .asReadOnly();
    }

    static ByteBuffer buffer(String op, Tensor x, DType dtype) {
        Check.that(x.dtype() == dtype, "%s: takes a tensor of %s, got %s", op, dtype, x.dtype());
        Check.that(
                x.nbytes() <= Integer.MAX_VALUE, "%s: a buffer ends at 2 GiB, the tensor has %d bytes", op, x.nbytes());
        return view(op, x).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    static void write(Tensor x, Consumer<MemorySegment> writer) {
        checkContiguous("write_", x);
        var base = x.base();
        boolean wanted = x.requiresGrad() || base != null && base.requiresGrad();
        Check.state(
                !wanted || !GradMode.isEnabled(),
                "write_: a tensor that requires a gradient cannot be written to; use noGrad()");
        x.checkRecordable("write_");
        var array = x.raw();
        long at = array.address(), n = x.nbytes();
        try (var arena = Arena.ofConfined()) {
            writer.accept(ALL.asSlice(at, n).reinterpret(arena, null));
        } finally {
            if (x.dtype() == DType.BOOL)
                for (long i = at; i < at + n; i++)
                    if (ALL.get(ValueLayout.JAVA_BYTE, i) != 0) ALL.set(ValueLayout.JAVA_BYTE, i, (byte) 1);
            x.storage().touch();
            Reference.reachabilityFence(x);
        }
    }

    private static void checkContiguous(String op, Tensor x) {
        Check.that(x.isContiguous(), "%s: the tensor must be contiguous, use contiguous()", op);
    }

    /** A tensor over the memory of {@code data}. */
    static Tensor over(ByteBuffer data, DType dtype) {
        boolean ordered = dtype.bytes() == 1 || data.order() == ByteOrder.nativeOrder();
        Check.that(ordered, "fromBuffer: the buffer must have the order %s", ByteOrder.nativeOrder());
        Check.that(data.isDirect(), "fromBuffer: a buffer on the heap cannot be shared, copy it with tensor(..)");
        return over(MemorySegment.ofBuffer(data), data, dtype);
    }

    /** A tensor over the memory of {@code data}. */
    static Tensor over(MemorySegment data, DType dtype) {
        Check.that(data.isNative(), "fromBuffer: a segment on the heap cannot be shared, copy it with tensor(..)");
        return over(data, data, dtype);
    }

    private static Tensor over(MemorySegment segment, Object owner, DType dtype) {
        Check.that(
                Lasting.KINDS.contains(segment.scope().getClass()),
                "fromBuffer: memory of an arena that may be closed cannot be shared; copy it with tensor(..)");
        Check.that(
                !segment.isMapped(),
                "fromBuffer: a mapped file may shrink and cannot be shared; copy it with tensor(..)");
        Check.that(!segment.isReadOnly(), "fromBuffer: memory that is read-only cannot be shared");
        Check.that(
                dtype != DType.BOOL, "fromBuffer: memory that others write may hold no bool; use uint8 and toBool()");
        long bytes = segment.byteSize(), at = segment.address();
        Check.that(
                bytes % dtype.bytes() == 0 && at % dtype.bytes() == 0,
                "fromBuffer: %d bytes at address %d are no whole elements of %s",
                bytes,
                at,
                dtype);
        Check.that(bytes / dtype.bytes() <= Integer.MAX_VALUE, "fromBuffer: %d bytes are too many", bytes);
        var layout = Layout.contiguous(Shape.of((int) (bytes / dtype.bytes())));
        return new Tensor(new Array(Storage.foreign(at, bytes, owner), dtype, layout, Device.CPU));
    }

    /** The kinds of scope that nobody can close. The JDK does not say of a scope whether it is one. */
    private static final class Lasting {
        static final Set<Class<?>> KINDS = kinds();

        private static Set<Class<?>> kinds() {
            var kinds = new HashSet<Class<?>>();
            kinds.add(Arena.global().scope().getClass());
            kinds.add(Arena.ofAuto().scope().getClass());
            kinds.add(
                    MemorySegment.ofBuffer(ByteBuffer.allocateDirect(1)).scope().getClass());
            try (var confined = Arena.ofConfined();
                    var shared = Arena.ofShared()) { // should a JDK have one class for all, nothing is shared
                kinds.remove(confined.scope().getClass());
                kinds.remove(shared.scope().getClass());
            }
            return Set.copyOf(kinds);
        }
    }
}
