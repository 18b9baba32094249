package flambeau.nn;

import static flambeau.args.Args.kernel;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.tensor.Tensor;

/**
 * A {@link Conv2d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters are there before, without a shape; the first values are drawn at the first call. Source: {@code
 * torch.nn.LazyConv2d}.
 *
 * {@snippet :
 * var conv = new LazyConv2d(8, 3);
 * }
 */
public class LazyConv2d extends Conv2d {
    /**
     * A convolution with a kernel of one size.
     *
     * @param outChannels the channels of the output
     * @param kernel the size of the window along all axes
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public LazyConv2d(int outChannels, int kernel, Arg<? super Conv2d>... args) {
        super(outChannels, kernel(kernel), args);
    }

    /**
     * A convolution.
     *
     * @param outChannels the channels of the output
     * @param kernel the sizes of the window
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public LazyConv2d(int outChannels, Kernel kernel, Arg<? super Conv2d>... args) {
        super(outChannels, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyConv2d.class, !weight.isUninitialized());
    }
}
