package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveMaxPool1d;
import static flambeau.functional.F.adaptiveMaxPool1dWithIndices;

import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest values of windows that cover a row evenly; see {@link AdaptiveAvgPool2d}.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code
 * torch.nn.AdaptiveMaxPool1d}.
 *
 * <p>Unlike PyTorch, where {@code return_indices=True} changes what a call returns, {@link #applyWithIndices} also tells where
 * the maxima stand.
 *
 * {@snippet :
 * var pool = new AdaptiveMaxPool1d(5);
 * }
 */
public class AdaptiveMaxPool1d extends AdaptivePool {
    /**
     * Pooling of rows.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveMaxPool1d(int outputSize) {
        super(1, outputSize(outputSize));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveMaxPool1d(x, size());
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> adaptiveMaxPool1dWithIndices(x, size()));
    }

    private int size() {
        var size = outputSize.sizes()[0];
        return size == null ? 0 : size;
    }
}
