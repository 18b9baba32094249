package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.outputPadding;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputPadding;
import flambeau.args.OutputSize;
import flambeau.args.Padding;
import flambeau.args.Sizes;
import flambeau.tensor.Tensor;
import java.util.Arrays;

/** What {@link ConvTranspose1d}, {@link ConvTranspose2d} and {@link ConvTranspose3d} share. */
abstract class ConvTranspose extends Conv {
    /** The places added to the end of the output, one an axis. */
    public final OutputPadding outputPadding;

    ConvTranspose(int axes, boolean lazy, int inChannels, int outChannels, Kernel kernel, Arg<?>[] args) {
        super(axes, true, lazy, inChannels, outChannels, kernel, args);
        var given = given(args, outputPadding(0)).sizes();
        outputPadding = outputPadding(Sizes.of("ConvTranspose" + axes + "d", "outputPadding", given, axes, 0));
    }

    /** The function of F for this number of axes. */
    abstract Tensor convolve(Tensor x, OutputPadding outputPadding);

    @Override
    final Tensor convolve(Tensor x, Padding padding) {
        return convolve(x, outputPadding);
    }

    /**
     * The convolution with an output of given size, whatever the output padding: where the stride is more than 1 several sizes are
     * convolved to the same one. Without hooks.
     *
     * @param outputSize the sizes of the space axes or of the whole output
     * @throws IllegalArgumentException if the output cannot have this size
     */
    public final Tensor apply(Tensor x, OutputSize outputSize) {
        return call(() -> {
            begin(x);
            return convolve(x, outputPadding(missing(x, outputSize)));
        });
    }

    /** The places by which the output is shorter than it shall be. */
    private int[] missing(Tensor x, OutputSize outputSize) {
        int axes = kernel.sizes().length;
        var wanted = outputSize.sizes();
        int n = wanted == null ? 0 : wanted.length;
        if (n != axes && n != x.dim() || x.dim() != axes + 1 && x.dim() != axes + 2)
            throw refusal(
                    "%s: outputSize takes %s or %s sizes for input %s, got %s",
                    Repr.name(this), axes, x.dim(), x.shape().text(), n);
        var missing = new int[axes];
        for (int i = 0; i < axes; i++) {
            int least = (x.size(i - axes) - 1) * stride.sizes()[i]
                    - 2 * padding.sizes()[i]
                    + dilation.sizes()[i] * (kernel.sizes()[i] - 1)
                    + 1;
            var size = wanted[n - axes + i];
            if (size == null || size < least || size >= least + stride.sizes()[i])
                throw refusal(
                        "%s: outputSize must be from %s to %s, got %s",
                        Repr.name(this), least, least + stride.sizes()[i] - 1, Arrays.toString(wanted));
            missing[i] = size - least;
        }
        return missing;
    }

    @Override
    final String more() {
        var sizes = outputPadding.sizes();
        return all(sizes, 0) ? "" : ", output_padding=" + Repr.of(sizes);
    }
}
