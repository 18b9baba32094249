package flambeau.nn;

import static flambeau.args.Args.kernel;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * A {@link ConvTranspose1d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters are there before, without a shape; the first values are drawn at the first call. Source: {@code
 * torch.nn.LazyConvTranspose1d}.
 *
 * {@snippet :
 * var up = new LazyConvTranspose1d(8, 3, stride(2));
 * }
 */
public class LazyConvTranspose1d extends ConvTranspose1d {
    /**
     * A transposed convolution over one space axis.
     *
     * @param outChannels the channels of the output
     * @param kernel the size of the window
     * @param args stride (1), padding (0), outputPadding (0), groups (1), bias (true), dilation (1), paddingMode (ZEROS, the only
     *     one)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public LazyConvTranspose1d(int outChannels, int kernel, Arg<? super ConvTranspose1d>... args) {
        super(outChannels, kernel(kernel), args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyConvTranspose1d.class, !weight.isUninitialized());
    }
}
