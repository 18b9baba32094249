package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.persistent;

import flambeau.args.Arg;
import flambeau.args.Persistent;
import flambeau.tensor.Tensor;

/**
 * A tensor that belongs to the state of a module without being learnt, such as a running mean: a field of this type is found
 * by {@link Module#buffers()}. It is changed in place, or the field is assigned a new one.
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

    /** Whether state dicts contain it. */
    public boolean isPersistent() {
        return persistent;
    }
}
