package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.persistent;

import flambeau.args.Arg;
import flambeau.args.Persistent;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that belongs to the state of a module without being learnt, such as a running mean: a field of this type is found
 * by {@link Module#buffers(flambeau.args.Arg...)}. It is changed in place, or the field is assigned a new one.
 *
 * <p>Unlike PyTorch, where any tensor can become a buffer, a field of type {@link Tensor} that holds neither a Parameter nor
 * a Buffer is no state.
 *
 * {@snippet :
 * final Buffer runningMean = new Buffer(zeros(16));
 * }
 */
public final class Buffer extends Tensor implements Persistent.Taker {
    private final boolean persistent;
    private int @Nullable [] awaited; // of an uninitialised one: the sizes, -1 where unknown

    /**
     * A buffer with the elements of {@code data}, sharing its memory but not its history.
     *
     * @param data the first values
     * @param args persistent (true)
     */
    @SafeVarargs
    public Buffer(Tensor data, Arg<? super Buffer>... args) {
        super(data);
        persistent = given(args, persistent(true)).value();
    }

    /**
     * A buffer without a shape yet; see {@link Parameter#uninitialized}.
     *
     * @param sizes those that it will have, -1 for each that is not known
     * @param args persistent (true)
     */
    @SafeVarargs
    public static Buffer uninitialized(int[] sizes, Arg<? super Buffer>... args) {
        var b = new Buffer(Tensors.empty(0), args);
        b.awaited = sizes.clone();
        return b;
    }

    /** The sizes that an uninitialised one awaits. */
    int @Nullable [] awaited() {
        return awaited;
    }

    /** Whether this has no shape yet. */
    public boolean isUninitialized() {
        return awaited != null;
    }

    /**
     * Gives an uninitialised buffer its shape, and zeros.
     *
     * @throws IllegalStateException if it has one
     * @throws IllegalArgumentException if the sizes are not those awaited
     */
    public void materialize(int... sizes) {
        Lazy.materialize(this, awaited, sizes);
        awaited = null;
    }

    /** PyTorch's text: the tensor. */
    @Override
    public String toString() {
        return awaited != null ? "<UninitializedBuffer>" : super.toString();
    }

    /** Whether state dicts contain it. */
    public boolean isPersistent() {
        return persistent;
    }
}
