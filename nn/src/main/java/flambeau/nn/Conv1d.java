package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.conv1d;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Dilation;
import flambeau.args.Groups;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.PaddingMode;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * Convolution over one space axis; see {@link Conv2d}.
 *
 * <p>Input {@code [n, in, l]} or {@code [in, l]}, output {@code [n, out, l']} or {@code [out, l']}. Source: {@code
 * torch.nn.Conv1d}.
 *
 * {@snippet :
 * var conv = new Conv1d(16, 33, 3, stride(2));
 * }
 */
public class Conv1d extends Conv
        implements Stride.Taker, Padding.Taker, Dilation.Taker, Groups.Taker, Bias.Taker, PaddingMode.Taker {
    /**
     * A convolution over one space axis.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public Conv1d(int inChannels, int outChannels, int kernel, Arg<? super Conv1d>... args) {
        super(1, inChannels, outChannels, kernel(kernel), args);
    }

    /** One that learns the channels of its input. */
    Conv1d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(1, false, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, Padding padding) {
        return conv1d(x, weight, bias, stride, padding, dilation, groups);
    }
}
