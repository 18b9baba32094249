package flambeau.onednn;

import static flambeau.onednn.Dnnl.POINTER;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A primitive that is being described: native copies of its parameters, and what must be destroyed with it.
 *
 * <pre>{@code
 * try (var draft = new Draft("relu " + x)) {
 *     int status = Dnnl.call(FUNCTION, draft.result(), Dnnl.engine(), draft.desc(x), ...);
 *     return draft.finish(status, Draft.SRC, Draft.DST);
 * }
 * }</pre>
 */
final class Draft implements AutoCloseable {
    static final int SRC = 1;
    static final int DST = 17;
    static final int WEIGHTS = 33;
    static final int BIAS = 41;
    static final int DIFF_SRC = 129;
    static final int DIFF_DST = 145;
    static final int DIFF_WEIGHTS = 161;
    static final int DIFF_BIAS = 169;
    private static final int SCRATCHPAD = 80;

    private static final int F32 = 3;
    private static final int TAG_ANY = 1;
    private static final int SCRATCHPAD_USER = 1;
    private static final int QUERY_IMPLEMENTATION = 8;
    private static final int QUERY_SCRATCHPAD = 136;
    private static final int QUERY_ARGUMENT = 255;

    private static final MethodHandle DESC_STRIDES =
            Dnnl.function("dnnl_memory_desc_create_with_strides", POINTER, JAVA_INT, POINTER, JAVA_INT, POINTER);
    private static final MethodHandle DESC_TAG =
            Dnnl.function("dnnl_memory_desc_create_with_tag", POINTER, JAVA_INT, POINTER, JAVA_INT, JAVA_INT);
    private static final MethodHandle DESC_PART =
            Dnnl.function("dnnl_memory_desc_create_submemory", POINTER, POINTER, POINTER, POINTER);
    private static final MethodHandle ATTRIBUTES = Dnnl.function("dnnl_primitive_attr_create", POINTER);
    private static final MethodHandle SCRATCHPAD_MODE =
            Dnnl.function("dnnl_primitive_attr_set_scratchpad_mode", POINTER, JAVA_INT);
    private static final MethodHandle QUERY =
            Dnnl.function("dnnl_primitive_desc_query", POINTER, JAVA_INT, JAVA_INT, POINTER);
    private static final MethodHandle QUERY_MD = Dnnl.function(
            "dnnl_primitive_desc_query_md", FunctionDescriptor.of(JAVA_LONG, POINTER, JAVA_INT, JAVA_INT));
    private static final MethodHandle SIZE =
            Dnnl.function("dnnl_memory_desc_get_size", FunctionDescriptor.of(JAVA_LONG, POINTER));
    private static final MethodHandle EQUAL = Dnnl.function("dnnl_memory_desc_equal", POINTER, POINTER);
    private static final MethodHandle CREATE = Dnnl.function("dnnl_primitive_create", POINTER, POINTER);

    private final String name;
    private final Arena arena = Arena.ofConfined();
    private final Handles handles = new Handles();
    private final MemorySegment result = arena.allocate(JAVA_LONG);
    private boolean finished;

    /** Begins; {@code name} is the operation with its shapes, for messages. */
    Draft(String name) {
        this.name = name;
        Dnnl.alone(); // oneDNN plans for the threads that it sees here
    }

    /** Where the function writes the pointer that it makes. */
    long result() {
        return result.address();
    }

    /** Numbers as a native array. */
    long array(long... numbers) {
        return arena.allocateFrom(JAVA_LONG, numbers).address();
    }

    /** Numbers as a native array. */
    long array(float... numbers) {
        return arena.allocateFrom(JAVA_FLOAT, numbers).address();
    }

    /** The descriptor of an operand, 0 for none. */
    long desc(@Nullable Desc desc) {
        if (desc == null) return 0;
        int rank = desc.dims().length;
        long dims = array(desc.dims());
        var strides = desc.strides();
        int status = strides == null
                ? Dnnl.call(DESC_TAG, result(), rank, dims, F32, TAG_ANY)
                : Dnnl.call(DESC_STRIDES, result(), rank, dims, F32, array(strides));
        Status.check(status, name);
        return own(Handles.Kind.MEMORY_DESC);
    }

    /** The part of an operand from {@code start} to {@code end} of its first dimension; 0 where it cannot be told. */
    long part(long whole, Desc desc, long start, long end) {
        var dims = desc.dims().clone();
        var offsets = new long[dims.length];
        dims[0] = end - start;
        offsets[0] = start;
        int status = Dnnl.call(DESC_PART, result(), whole, array(dims), array(offsets));
        return status == 0 ? own(Handles.Kind.MEMORY_DESC) : 0;
    }

    /** The attributes: scratch memory comes from the caller. */
    long attributes() {
        Status.check(Dnnl.call(ATTRIBUTES, result()), name);
        long attributes = own(Handles.Kind.ATTRIBUTES);
        Status.check(Dnnl.call(SCRATCHPAD_MODE, attributes, SCRATCHPAD_USER), name);
        return attributes;
    }

    /** Takes over a primitive descriptor that serves another one as a hint. */
    long hint(int status) {
        return status == 0 ? own(Handles.Kind.PRIMITIVE_DESC) : 0;
    }

    /**
     * Makes the primitive from the descriptor in {@link #result}.
     *
     * @param arguments oneDNN's numbers of the operands, in the order of {@link Primitive#execute}
     * @return null where oneDNN has nothing, or nothing better than its plain loops
     */
    @Nullable
    Primitive finish(int status, int... arguments) {
        if (Status.isUnsupported(status)) return null;
        Status.check(status, name);
        long described = own(Handles.Kind.PRIMITIVE_DESC);
        var implementation = implementation(described);
        if (isSlow(implementation)) return null;
        int n = arguments.length;
        var numbers = Arrays.copyOf(arguments, n + 1);
        var layouts = new long[n + 1];
        var bytes = new long[n + 1];
        numbers[n] = SCRATCHPAD;
        for (int i = 0; i <= n; i++) {
            layouts[i] = i < n ? query(described, QUERY_ARGUMENT, arguments[i]) : query(described, QUERY_SCRATCHPAD, 0);
            bytes[i] = size(layouts[i]);
        }
        if (bytes[n] == 0) {
            numbers = arguments;
            layouts = Arrays.copyOf(layouts, n);
            bytes = Arrays.copyOf(bytes, n);
        }
        Status.check(Dnnl.call(CREATE, result(), described), name);
        long primitive = own(Handles.Kind.PRIMITIVE);
        finished = true;
        return new Primitive(name, implementation, primitive, numbers, layouts, bytes, handles);
    }

    /** The names of oneDNN's plain loops. Reorders named {@code simple} are compiled and good, pooling is not. */
    private static boolean isSlow(String implementation) {
        return implementation.startsWith("ref")
                || implementation.startsWith("simple_n")
                || implementation.contains(":ref");
    }

    private String implementation(long described) {
        Status.check(Dnnl.call(QUERY, described, QUERY_IMPLEMENTATION, 0, result()), name);
        return MemorySegment.ofAddress(result.get(JAVA_LONG, 0))
                .reinterpret(256)
                .getString(0);
    }

    private static long query(long described, int what, int index) {
        try {
            return (long) QUERY_MD.invokeExact(described, what, index);
        } catch (Throwable e) {
            throw Dnnl.impossible(e);
        }
    }

    private static long size(long desc) {
        try {
            return (long) SIZE.invokeExact(desc);
        } catch (Throwable e) {
            throw Dnnl.impossible(e);
        }
    }

    /** Whether two descriptors mean the same memory order. */
    static boolean equal(long one, long other) {
        try {
            return one == other || (int) EQUAL.invokeExact(one, other) != 0;
        } catch (Throwable e) {
            throw Dnnl.impossible(e);
        }
    }

    private long own(Handles.Kind kind) {
        long handle = result.get(JAVA_LONG, 0);
        handles.own(kind, handle);
        return handle;
    }

    /** Lets go of the parameters, and of everything else if no primitive came of it. */
    @Override
    public void close() {
        arena.close();
        if (!finished) handles.run();
    }
}
