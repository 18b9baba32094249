package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxPool2d;
import static flambeau.functional.F.maxPool2dWithIndices;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Dilation;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest value of each window: {@code y[n, c, i, j] = max over p, q of x[n, c, i s + p d - pad, j s + q d - pad]}; padding
 * counts as minus infinity.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']} with {@code h' = (h +
 * 2 padding - dilation (kernel - 1) - 1) / stride + 1}, rounded down, with ceilMode up. Source: {@code torch.nn.MaxPool2d}.
 *
 * <p>Unlike PyTorch, where {@code return_indices=True} changes what a call returns, {@link #applyWithIndices} also tells where
 * the maxima stand.
 *
 * {@snippet :
 * var pool = new MaxPool2d(3, stride(2), ceilMode(true));
 * }
 */
public class MaxPool2d extends MaxPool implements Stride.Taker, Padding.Taker, Dilation.Taker, CeilMode.Taker {
    /**
     * Pooling with a square window.
     *
     * @param kernel the size of the window along both axes
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxPool2d(int kernel, Arg<? super MaxPool2d>... args) {
        super(2, kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param kernel the sizes of the window
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxPool2d(Kernel kernel, Arg<? super MaxPool2d>... args) {
        super(2, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return maxPool2d(x, kernel, stride, padding, dilation, ceilMode);
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> maxPool2dWithIndices(x, kernel, stride, padding, dilation, ceilMode));
    }
}
