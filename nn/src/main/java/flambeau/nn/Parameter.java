package flambeau.nn;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RequiresGrad;
import flambeau.tensor.Tensor;

/**
 * A tensor that a module learns: a field of this type is found by {@link Module#parameters()}.
 *
 * {@snippet :
 * final Parameter W = new Parameter(randn(3, 4));
 * }
 */
public final class Parameter extends Tensor implements RequiresGrad.Taker {
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

    /** PyTorch's text: {@code Parameter containing:} and the tensor. */
    @Override
    public String toString() {
        return "Parameter containing:\n" + super.toString();
    }
}
