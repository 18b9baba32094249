package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.conv3d;

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
 * Convolution over three space axes; see {@link Conv2d}.
 *
 * <p>Input {@code [n, in, d, h, w]} or {@code [in, d, h, w]}, output {@code [n, out, d', h', w']} or {@code [out, d', h', w']}.
 * Source: {@code torch.nn.Conv3d}.
 *
 * {@snippet :
 * var conv = new Conv3d(1, 4, 3, padding(1));
 * }
 */
public class Conv3d extends Conv
        implements Stride.Taker, Padding.Taker, Dilation.Taker, Groups.Taker, Bias.Taker, PaddingMode.Taker {
    /**
     * A convolution with a cubic kernel.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window along all axes
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public Conv3d(int inChannels, int outChannels, int kernel, Arg<? super Conv3d>... args) {
        super(3, inChannels, outChannels, kernel(kernel), args);
    }

    /**
     * A convolution.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the sizes of the window
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public Conv3d(int inChannels, int outChannels, Kernel kernel, Arg<? super Conv3d>... args) {
        super(3, inChannels, outChannels, kernel, args);
    }

    /** One that learns the channels of its input. */
    Conv3d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(3, false, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, Padding padding) {
        return conv3d(x, weight, bias, stride, padding, dilation, groups);
    }
}
