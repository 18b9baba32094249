package flambeau.nn;

import static flambeau.args.Args.kernel;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * A {@link Conv1d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters are there before, without a shape; the first values are drawn at the first call. Source: {@code
 * torch.nn.LazyConv1d}.
 *
 * {@snippet :
 * var conv = new LazyConv1d(8, 3);
 * }
 */
public class LazyConv1d extends Conv1d {
    /**
     * A convolution.
     *
     * @param outChannels the channels of the output
     * @param kernel the size of the window
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public LazyConv1d(int outChannels, int kernel, Arg<? super Conv1d>... args) {
        super(outChannels, kernel(kernel), args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyConv1d.class, !weight.isUninitialized());
    }
}
