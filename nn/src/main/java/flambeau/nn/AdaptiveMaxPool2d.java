package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveMaxPool2d;
import static flambeau.functional.F.adaptiveMaxPool2dWithIndices;

import flambeau.args.OutputSize;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest values of windows that cover a plane evenly; see {@link AdaptiveAvgPool2d}.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']}. Source: {@code
 * torch.nn.AdaptiveMaxPool2d}.
 *
 * <p>Unlike PyTorch, where {@code return_indices=True} changes what a call returns, {@link #applyWithIndices} also tells where
 * the maxima stand.
 *
 * {@snippet :
 * var pool = new AdaptiveMaxPool2d(outputSize(5, null));
 * }
 */
public class AdaptiveMaxPool2d extends AdaptivePool {
    /**
     * Pooling to one size along all axes.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveMaxPool2d(int outputSize) {
        super(2, outputSize(outputSize));
    }

    /**
     * Pooling.
     *
     * @param outputSize the sizes of the output, null for that of the input
     * @throws IllegalArgumentException if there are neither one nor 2 of them
     */
    public AdaptiveMaxPool2d(OutputSize outputSize) {
        super(2, outputSize);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveMaxPool2d(x, outputSize);
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> adaptiveMaxPool2dWithIndices(x, outputSize));
    }
}
