package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * A {@link Linear} that takes the size of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Input {@code [.., in]}, output {@code [.., out]}. Its parameters are there before, without a shape; the first values are
 * drawn at the first call. Unlike PyTorch, an operation on a parameter without a shape sees an empty tensor. Source: {@code
 * torch.nn.LazyLinear}.
 *
 * {@snippet :
 * var fc = new LazyLinear(10);
 * var y = fc.apply(x); // from here on a Linear
 * }
 */
public class LazyLinear extends Linear {
    /**
     * A linear layer.
     *
     * @param outFeatures the size of each output
     * @param args bias (true)
     * @throws IllegalArgumentException if the size is negative
     */
    @SafeVarargs
    public LazyLinear(int outFeatures, Arg<? super Linear>... args) {
        super(outFeatures, given(args, bias(true)).value());
    }

    @Override
    protected Tensor forward(Tensor x) {
        if (weight.isUninitialized() && x.dim() > 0) {
            weight.materialize(outFeatures, x.size(-1));
            settle();
            resetParameters();
        }
        return super.forward(x);
    }

    @Override
    final void settle() {
        if (weight.isUninitialized()) return;
        inFeatures = weight.size(1);
        Lazy.shape(bias, outFeatures);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyLinear.class, !weight.isUninitialized());
    }
}
