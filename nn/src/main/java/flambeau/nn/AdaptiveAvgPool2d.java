package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveAvgPool2d;

import flambeau.args.OutputSize;
import flambeau.tensor.Tensor;

/**
 * The averages of windows that cover an image evenly, as many as the output shall have: window i of n stretches from {@code i h /
 * n}, rounded down, to {@code (i + 1) h / n}, rounded up.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']} with the sizes that are
 * asked for. Source: {@code torch.nn.AdaptiveAvgPool2d}.
 *
 * {@snippet :
 * var head = new AdaptiveAvgPool2d(1);
 * var rows = new AdaptiveAvgPool2d(outputSize(5, null));
 * }
 */
public class AdaptiveAvgPool2d extends AdaptivePool {
    /**
     * Pooling to one size along all axes.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveAvgPool2d(int outputSize) {
        super(2, outputSize(outputSize));
    }

    /**
     * Pooling.
     *
     * @param outputSize the sizes of the output, null for that of the input
     * @throws IllegalArgumentException if there are neither one nor 2 of them
     */
    public AdaptiveAvgPool2d(OutputSize outputSize) {
        super(2, outputSize);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveAvgPool2d(x, outputSize);
    }
}
