package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.convTranspose3d;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Dilation;
import flambeau.args.Groups;
import flambeau.args.Kernel;
import flambeau.args.OutputPadding;
import flambeau.args.Padding;
import flambeau.args.PaddingMode;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * Transposed convolution over three space axes; see {@link ConvTranspose2d}.
 *
 * <p>Input {@code [n, in, d, h, w]} or {@code [in, d, h, w]}, output {@code [n, out, d', h', w']} or {@code [out, d', h', w']}. Source: {@code
 * torch.nn.ConvTranspose3d}.
 *
 * {@snippet :
 * var up = new ConvTranspose3d(16, 8, 3, stride(2), outputPadding(1));
 * }
 */
public class ConvTranspose3d extends ConvTranspose
        implements Stride.Taker,
                Padding.Taker,
                OutputPadding.Taker,
                Dilation.Taker,
                Groups.Taker,
                Bias.Taker,
                PaddingMode.Taker {
    /**
     * A transposed convolution with a cubic kernel.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window along all axes
     * @param args stride (1), padding (0), outputPadding (0), groups (1), bias (true), dilation (1), paddingMode (ZEROS, the only
     *     one)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public ConvTranspose3d(int inChannels, int outChannels, int kernel, Arg<? super ConvTranspose3d>... args) {
        super(3, false, inChannels, outChannels, kernel(kernel), args);
    }

    /**
     * A transposed convolution.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the sizes of the window
     * @param args stride (1), padding (0), outputPadding (0), groups (1), bias (true), dilation (1), paddingMode (ZEROS, the only
     *     one)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public ConvTranspose3d(int inChannels, int outChannels, Kernel kernel, Arg<? super ConvTranspose3d>... args) {
        super(3, false, inChannels, outChannels, kernel, args);
    }

    /** One that learns the channels of its input. */
    ConvTranspose3d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(3, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, OutputPadding outputPadding) {
        return convTranspose3d(x, weight, bias, stride, padding, outputPadding, groups, dilation);
    }
}
