package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.conv2d;

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
 * Convolution over two space axes: {@code y[n, o, i, j] = b[o] + sum over c, p, q of w[o, c, p, q] x[n, c, i s + p d - pad, j s +
 * q d - pad]}.
 *
 * <p>Input {@code [n, in, h, w]} or {@code [in, h, w]}, output {@code [n, out, h', w']} or {@code [out, h', w']} with {@code h' =
 * (h + 2 padding - dilation (kernel - 1) - 1) / stride + 1}, rounded down. Sizes are one for both axes or one each. Padding is a
 * number of places on both sides, {@code SAME} or {@code VALID}; the padding mode tells what it holds. First values are even in
 * {@code [-1 / sqrt(k), 1 / sqrt(k))} with {@code k = in / groups} times the places of the kernel. Source: {@code
 * torch.nn.Conv2d}.
 *
 * {@snippet :
 * var conv = new Conv2d(3, 6, kernel(3, 5), stride(2), padding(1, 2), bias(false));
 * }
 */
public class Conv2d extends Conv
        implements Stride.Taker, Padding.Taker, Dilation.Taker, Groups.Taker, Bias.Taker, PaddingMode.Taker {
    /**
     * A convolution with a square kernel.
     *
     * @param inChannels the channels of the input
     * @param outChannels the channels of the output
     * @param kernel the size of the window along both axes
     * @param args stride (1), padding (0), dilation (1), groups (1), bias (true), paddingMode (ZEROS)
     * @throws IllegalArgumentException if a size makes no sense, or groups do not divide the channels
     */
    @SafeVarargs
    public Conv2d(int inChannels, int outChannels, int kernel, Arg<? super Conv2d>... args) {
        super(2, inChannels, outChannels, kernel(kernel), args);
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
    public Conv2d(int inChannels, int outChannels, Kernel kernel, Arg<? super Conv2d>... args) {
        super(2, inChannels, outChannels, kernel, args);
    }

    /** One that learns the channels of its input. */
    Conv2d(int outChannels, Kernel kernel, Arg<?>[] args) {
        super(2, false, true, Lazy.UNKNOWN, outChannels, kernel, args);
    }

    @Override
    Tensor convolve(Tensor x, Padding padding) {
        return conv2d(x, weight, bias, stride, padding, dilation, groups);
    }
}
