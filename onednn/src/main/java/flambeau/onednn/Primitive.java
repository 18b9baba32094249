package flambeau.onednn;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A computation that oneDNN has prepared for one shape. Any number of threads may execute it at once, each in its own
 * {@link Execution}. The native objects are destroyed when the garbage collector finds that no cache and no thread has it.
 */
final class Primitive {
    private static final Cleaner CLEANER = Cleaner.create();

    private final String name;
    private final String implementation;
    private final long handle;
    private final int[] arguments;
    private final long[] layouts;
    private final long[] bytes;
    private final Handles handles;

    private final AtomicReference<@Nullable Execution> spare = new AtomicReference<>();
    private final ConcurrentLinkedDeque<Execution> spares = new ConcurrentLinkedDeque<>();

    /**
     * Called by {@link Draft}.
     *
     * @param name the operation and its shapes, for messages
     * @param implementation oneDNN's name of the code that it has chosen
     * @param arguments oneDNN's numbers of the operands, the scratchpad last
     * @param layouts the descriptors of the arguments
     * @param bytes the sizes of the arguments
     */
    Primitive(
            String name,
            String implementation,
            long handle,
            int[] arguments,
            long[] layouts,
            long[] bytes,
            Handles handles) {
        this.name = name;
        this.implementation = implementation;
        this.handle = handle;
        this.arguments = arguments;
        this.layouts = layouts;
        this.bytes = bytes;
        this.handles = handles;
        CLEANER.register(this, handles);
    }

    /** Runs it in the calling thread; one address an operand, without the scratchpad. */
    void execute(long... addresses) {
        var execution = spare.getAndSet(null);
        if (execution == null) execution = spares.pollLast();
        if (execution == null) execution = new Execution(this, handles);
        int status;
        for (int i = 0; i < addresses.length; i++) execution.point(i, addresses[i]);
        if (arguments.length == addresses.length) {
            status = execution.run(handle);
        } else {
            var scratch = Scratch.borrow(bytes[addresses.length]);
            execution.point(addresses.length, scratch.address());
            status = execution.run(handle);
            scratch.giveBack();
        }
        if (!spare.compareAndSet(null, execution)) spares.addLast(execution);
        Reference.reachabilityFence(this);
        Status.check(status, this);
    }

    /** oneDNN's name of the code that runs, as {@code brg_matmul:avx512_core}. */
    String implementation() {
        return implementation;
    }

    /** The number of arguments, with the scratchpad. */
    int argumentCount() {
        return arguments.length;
    }

    /** oneDNN's number of argument {@code i}. */
    int argument(int i) {
        return arguments[i];
    }

    /** The descriptor of the memory order in which argument {@code i} is expected. */
    long layout(int i) {
        return layouts[i];
    }

    /** The size of argument {@code i} in that order. */
    long bytes(int i) {
        return bytes[i];
    }

    @Override
    public String toString() {
        return name;
    }
}
