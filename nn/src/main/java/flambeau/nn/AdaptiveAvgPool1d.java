package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveAvgPool1d;

import flambeau.tensor.Tensor;

/**
 * The averages of windows that cover a row evenly; see {@link AdaptiveAvgPool2d}.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code
 * torch.nn.AdaptiveAvgPool1d}.
 *
 * {@snippet :
 * var pool = new AdaptiveAvgPool1d(5);
 * }
 */
public class AdaptiveAvgPool1d extends AdaptivePool {
    /**
     * Pooling of rows.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveAvgPool1d(int outputSize) {
        super(1, outputSize(outputSize));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveAvgPool1d(x, size());
    }

    private int size() {
        var size = outputSize.sizes()[0];
        return size == null ? 0 : size;
    }
}
