package flambeau.onednn;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * What one execution of a primitive at a time needs: a stream, a memory object an argument, and the array that names them.
 * The memory objects hold addresses, so two threads must not share one.
 */
final class Execution {
    private static final int ARGUMENT = 16; // dnnl_exec_arg_t: int arg, padding, dnnl_memory_t memory

    private final long stream;
    private final long[] memories;
    private final long[] addresses; // as they were last set
    private final MemorySegment arguments;

    Execution(Primitive primitive, Handles handles) {
        var arena = Arena.ofAuto();
        var out = arena.allocate(JAVA_LONG);
        Status.check(Dnnl.createStream(out.address()), "stream");
        stream = out.get(JAVA_LONG, 0);
        handles.own(Handles.Kind.STREAM, stream);
        int n = primitive.argumentCount();
        memories = new long[n];
        addresses = new long[n];
        arguments = arena.allocate((long) n * ARGUMENT, 8);
        for (int i = 0; i < n; i++) {
            Status.check(Dnnl.createMemory(out.address(), primitive.layout(i)), primitive);
            memories[i] = out.get(JAVA_LONG, 0);
            handles.own(Handles.Kind.MEMORY, memories[i]);
            arguments.set(JAVA_INT, (long) i * ARGUMENT, primitive.argument(i));
            arguments.set(JAVA_LONG, (long) i * ARGUMENT + 8, memories[i]);
        }
    }

    /** Points argument {@code i} to an address; a call less where it is the one of last time. */
    void point(int i, long address) {
        if (addresses[i] == address) return;
        Status.check(Dnnl.setHandle(memories[i], address), "memory");
        addresses[i] = address;
    }

    int run(long primitive) {
        return Dnnl.execute(primitive, stream, memories.length, arguments.address());
    }
}
