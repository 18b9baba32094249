package flambeau.onednn;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of oneDNN that a prepared primitive needs; each kind of primitive binds the one that describes it beside
 * its description, so that the JVM links only what is used. Pointers are longs: they cross for nothing.
 *
 * <p>oneDNN never runs a team of its own here: it splits sums by the number of its threads, and so would round differently
 * with each. Every call is one thread's, and Flambeau cuts the work into pieces that depend on the shapes alone.
 */
final class Dnnl {
    /** The word for a pointer in a signature. */
    static final MemoryLayout POINTER = JAVA_LONG;

    private static final System.Logger LOG = System.getLogger("flambeau");

    static final Natives NATIVES = Natives.load();

    static {
        if (NATIVES instanceof Natives.Missing missing) {
            LOG.log(System.Logger.Level.INFO, "Flambeau computes without oneDNN: " + missing.why());
        }
    }

    private static final int CPU = 1;
    private static final int STREAM_DEFAULT = 1;

    private Dnnl() {}

    /** Whether the libraries are there; loads them when it is asked for the first time. */
    static boolean isAvailable() {
        return NATIVES instanceof Natives.Loaded;
    }

    /** A function of oneDNN that returns a status. */
    static MethodHandle function(String name, MemoryLayout... arguments) {
        return function(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** A function of oneDNN of any type. */
    static MethodHandle function(String name, FunctionDescriptor type) {
        return link(loaded().dnnl(), name, type);
    }

    private static Natives.Loaded loaded() {
        return switch (NATIVES) {
            case Natives.Loaded loaded -> loaded;
            case Natives.Missing missing -> throw new IllegalStateException("no oneDNN: " + missing.why());
        };
    }

    private static MethodHandle link(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
    }

    /** Calls a function outside hot paths. */
    static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static AssertionError impossible(Throwable thrown) {
        return new AssertionError("a C function does not throw", thrown);
    }

    /** What every execution calls. Apart from {@link Dnnl}, which can be asked whether there is anything to call. */
    private static final class Hot {
        static final MethodHandle THREADS =
                link(loaded().openMp(), "omp_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
        static final MethodHandle EXECUTE = function("dnnl_primitive_execute", POINTER, POINTER, JAVA_INT, POINTER);
        static final MethodHandle SET_HANDLE = function("dnnl_memory_set_data_handle", POINTER, POINTER);
        static final MethodHandle SGEMM = function(
                "dnnl_sgemm",
                JAVA_BYTE,
                JAVA_BYTE,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_FLOAT,
                POINTER,
                JAVA_LONG,
                POINTER,
                JAVA_LONG,
                JAVA_FLOAT,
                POINTER,
                JAVA_LONG);
        static final MethodHandle MEMORY = function("dnnl_memory_create", POINTER, POINTER, POINTER, POINTER);
        static final MethodHandle STREAM = function("dnnl_stream_create", POINTER, POINTER, JAVA_INT);
        static final long ENGINE = engine();

        private static long engine() {
            try (var arena = Arena.ofConfined()) {
                var out = arena.allocate(JAVA_LONG);
                var create = function("dnnl_engine_create", POINTER, JAVA_INT, JAVA_LONG);
                Status.check(call(create, out.address(), CPU, 0L), "engine");
                return out.get(JAVA_LONG, 0);
            }
        }
    }

    /** The processor. */
    static long engine() {
        return Hot.ENGINE;
    }

    /** Makes a stream, which one thread may use at a time. */
    static int createStream(long out) {
        try {
            return (int) Hot.STREAM.invokeExact(out, Hot.ENGINE, STREAM_DEFAULT);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Makes a memory object of a descriptor, with no address yet. */
    static int createMemory(long out, long descriptor) {
        try {
            return (int) Hot.MEMORY.invokeExact(out, descriptor, Hot.ENGINE, 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Points a memory object to an address. */
    static int setHandle(long memory, long address) {
        try {
            return (int) Hot.SET_HANDLE.invokeExact(memory, address);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Makes the calling thread oneDNN's only one. OpenMP keeps this per thread, and asking costs as much as saying. */
    static void alone() {
        try {
            Hot.THREADS.invokeExact(1);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Runs a primitive in the calling thread. */
    static int execute(long primitive, long stream, int count, long arguments) {
        alone();
        try {
            return (int) Hot.EXECUTE.invokeExact(primitive, stream, count, arguments);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** {@code c = op(a) op(b) + beta c} in row-major order, m x n. */
    static int sgemm(
            boolean ta,
            boolean tb,
            long m,
            long n,
            long k,
            long a,
            long lda,
            long b,
            long ldb,
            float beta,
            long c,
            long ldc) {
        alone();
        try {
            return (int) Hot.SGEMM.invokeExact(
                    (byte) (ta ? 'T' : 'N'), (byte) (tb ? 'T' : 'N'), m, n, k, 1f, a, lda, b, ldb, beta, c, ldc);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** oneDNN's version, as {@code 3.13.0}, or null where there is none. */
    static @Nullable String version() {
        if (!isAvailable()) return null;
        try {
            var version = link(loaded().dnnl(), "dnnl_version", FunctionDescriptor.of(ADDRESS));
            var numbers = ((MemorySegment) version.invokeExact()).reinterpret(12);
            return numbers.getAtIndex(JAVA_INT, 0) + "." + numbers.getAtIndex(JAVA_INT, 1) + "."
                    + numbers.getAtIndex(JAVA_INT, 2);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }
}
