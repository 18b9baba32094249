package flambeau.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The C allocator, and all of native memory as one segment. */
public final class Native {
    /**
     * All of native memory; kernels address it by raw addresses. One constant segment is what C2 optimises: a loop over
     * a segment per tensor is 1.5 to 2.5 times slower.
     */
    public static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    /** Every storage begins at a multiple of this many bytes: a cache line, and the widest vector register. */
    public static final int ALIGNMENT = 64;

    private static final MethodHandle MALLOC =
            handle("malloc", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = handle("free", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

    private Native() {}

    private static MethodHandle handle(String name, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    /** The address of {@code bytes} fresh bytes, not zeroed; 0 if the system has none. */
    static long malloc(long bytes) {
        try {
            return (long) MALLOC.invokeExact(bytes);
        } catch (Throwable e) {
            throw new AssertionError("malloc does not throw", e);
        }
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable e) {
            throw new AssertionError("free does not throw", e);
        }
    }

    static long align(long bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }
}
