package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.convTranspose2d;

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
 * Transposed convolution over two space axes, which is to images what the gradient of {@link Conv2d} is: {@code y[n, o, i s + p d -
 * pad, j s + q d - pad]} is b[o] plus the sum over c, p, q of {@code w[c, o, p, q] x[n, c, i, j]}.
 *
 * <p>Input {@code [n, in, h, w]} or {@code [in, h, w]}, output {@code [n, out, h', w']} or {@code [out, h', w']} with {@code h' =
 * (h - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1}. Sizes are one for both axes or one each. First values
 * are even in {@code [-1 / sqrt(k), 1 / sqrt(k))} with {@code k = out / groups} times the places of the kernel. Source: {@code
 * torch.nn.ConvTranspose2d}.
 *
 * {@snippet :
 * var up = new ConvTranspose2d(16, 8, 3, stride(2), padding(1));
 * var y = up.apply(x, outputSize(12, 12));
 * }
 */
public class ConvTranspose2d extends ConvTranspose
        implements Stride.Taker,
                Padding.Taker,
                OutputPadding.Taker,
                Dilation.Taker,
                Groups.Taker,
                Bias.Taker,
                PaddingMode.Taker {
    /**
     * A transposed convolution with a square kernel.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window along all axes
     * @param args stride (1), padding (0), outputPadding (0), groups (1), bias (true), dilation (1), paddingMode (ZEROS, the only
     *     one)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public ConvTranspose2d(int inChannels, int outChannels, int kernel, Arg<? super ConvTranspose2d>... args) {
        super(2, false, inChannels, outChannels, kernel(kernel), args);
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
    public ConvTranspose2d(int inChannels, int outChannels, Kernel kernel, Arg<? super ConvTranspose2d>... args) {
        super(2, false, inChannels, outChannels, kernel, args);
    }

    /** One that learns the channels of its input. */
    ConvTranspose2d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(2, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, OutputPadding outputPadding) {
        return convTranspose2d(x, weight, bias, stride, padding, outputPadding, groups, dilation);
    }
}
