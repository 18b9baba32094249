package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.convTranspose1d;

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
 * Transposed convolution over one space axis; see {@link ConvTranspose2d}.
 *
 * <p>Input {@code [n, in, l]} or {@code [in, l]}, output {@code [n, out, l']} or {@code [out, l']}. Source: {@code
 * torch.nn.ConvTranspose1d}.
 *
 * {@snippet :
 * var up = new ConvTranspose1d(16, 8, 3, stride(2), outputPadding(1));
 * }
 */
public class ConvTranspose1d extends ConvTranspose
        implements Stride.Taker,
                Padding.Taker,
                OutputPadding.Taker,
                Dilation.Taker,
                Groups.Taker,
                Bias.Taker,
                PaddingMode.Taker {
    /**
     * A transposed convolution over one space axis.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window
     * @param args stride (1), padding (0), outputPadding (0), groups (1), bias (true), dilation (1), paddingMode (ZEROS, the only
     *     one)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public ConvTranspose1d(int inChannels, int outChannels, int kernel, Arg<? super ConvTranspose1d>... args) {
        super(1, false, inChannels, outChannels, kernel(kernel), args);
    }

    /** One that learns the channels of its input. */
    ConvTranspose1d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(1, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, OutputPadding outputPadding) {
        return convTranspose1d(x, weight, bias, stride, padding, outputPadding, groups, dilation);
    }
}
