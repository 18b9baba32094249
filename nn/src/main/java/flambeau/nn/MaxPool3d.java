package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxPool3d;
import static flambeau.functional.F.maxPool3dWithIndices;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Dilation;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest value of each window of a volume; see {@link MaxPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source:
 * {@code torch.nn.MaxPool3d}.
 *
 * {@snippet :
 * var pool = new MaxPool3d(kernel(1, 2, 2));
 * }
 */
public class MaxPool3d extends MaxPool implements Stride.Taker, Padding.Taker, Dilation.Taker, CeilMode.Taker {
    /**
     * Pooling with a cubic window.
     *
     * @param kernel the size of the window along all axes
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxPool3d(int kernel, Arg<? super MaxPool3d>... args) {
        super(3, kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param kernel the sizes of the window
     * @param args stride (the kernel), padding (0), dilation (1), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxPool3d(Kernel kernel, Arg<? super MaxPool3d>... args) {
        super(3, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return maxPool3d(x, kernel, stride, padding, dilation, ceilMode);
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> maxPool3dWithIndices(x, kernel, stride, padding, dilation, ceilMode));
    }
}
