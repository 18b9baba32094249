package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveMaxPool3d;
import static flambeau.functional.F.adaptiveMaxPool3dWithIndices;

import flambeau.args.OutputSize;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest values of windows that cover a volume evenly; see {@link AdaptiveAvgPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.AdaptiveMaxPool3d}.
 *
 * <p>Unlike PyTorch, where {@code return_indices=True} changes what a call returns, {@link #applyWithIndices} also tells where
 * the maxima stand.
 *
 * {@snippet :
 * var pool = new AdaptiveMaxPool3d(outputSize(5, null, 2));
 * }
 */
public class AdaptiveMaxPool3d extends AdaptivePool {
    /**
     * Pooling to one size along all axes.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveMaxPool3d(int outputSize) {
        super(3, outputSize(outputSize));
    }

    /**
     * Pooling.
     *
     * @param outputSize the sizes of the output, null for that of the input
     * @throws IllegalArgumentException if there are neither one nor 3 of them
     */
    public AdaptiveMaxPool3d(OutputSize outputSize) {
        super(3, outputSize);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveMaxPool3d(x, outputSize);
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> adaptiveMaxPool3dWithIndices(x, outputSize));
    }
}
