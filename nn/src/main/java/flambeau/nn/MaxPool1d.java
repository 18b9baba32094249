package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxPool1d;
import static flambeau.functional.F.maxPool1dWithIndices;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Dilation;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest value of each window of a row; see {@link MaxPool2d}.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code torch.nn.MaxPool1d}.
 *
 * {@snippet :
 * var pool = new MaxPool1d(3, stride(2));
 * }
 */
public class MaxPool1d extends MaxPool implements Stride.Taker, Padding.Taker, Dilation.Taker, CeilMode.Taker {
    /**
     * Pooling over one space axis.
     *
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxPool1d(int kernel, Arg<? super MaxPool1d>... args) {
        super(1, kernel(kernel), args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return maxPool1d(x, kernel.sizes()[0], stride, padding, dilation, ceilMode);
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> maxPool1dWithIndices(x, kernel.sizes()[0], stride, padding, dilation, ceilMode));
    }
}
