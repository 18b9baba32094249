package flambeau.nn;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RequiresGrad;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that a module learns: a field of this type is found by {@link Module#parameters(flambeau.args.Arg...)}.
 *
 * <p>One whose sizes are not known yet is {@link #uninitialized}; its layer gives it a shape by {@link #materialize} when it
 * sees its first input. It stays the same object: an optimiser may have it before.
 *
 * {@snippet :
 * final Parameter W = new Parameter(randn(3, 4));
 * }
 */
public final class Parameter extends Tensor implements RequiresGrad.Taker {
    private int @Nullable [] awaited; // of an uninitialised one: the sizes, -1 where unknown

    /**
     * A parameter with the elements of {@code data}, sharing its memory but not its history.
     *
     * @param data the first values
     * @param args requiresGrad (true)
     * @throws IllegalArgumentException if a gradient is wanted and {@code data} is not floating
     */
    @SafeVarargs
    @SuppressWarnings("this-escape")
    public Parameter(Tensor data, Arg<? super Parameter>... args) {
        super(data);
        requiresGrad_(given(args, Args.requiresGrad(true)).value());
    }

    /**
     * A parameter without a shape yet: PyTorch's {@code UninitializedParameter}.
     *
     * @param sizes those that it will have, -1 for each that is not known
     */
    public static Parameter uninitialized(int... sizes) {
        var p = new Parameter(Tensors.empty(0));
        p.awaited = sizes.clone();
        return p;
    }

    /** Becomes the value {@code y} of a computation. */
    void become(Tensor y) {
        standFor(y);
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
     * Gives an uninitialised parameter its shape, and zeros.
     *
     * @throws IllegalStateException if it has one
     * @throws IllegalArgumentException if the sizes are not those awaited
     */
    public void materialize(int... sizes) {
        Lazy.materialize(this, awaited, sizes);
        awaited = null;
    }

    /** PyTorch's text: {@code Parameter containing:} and the tensor. */
    @Override
    public String toString() {
        if (awaited != null) return "<UninitializedParameter>";
        return "Parameter containing:\n" + super.toString();
    }
}
