package flambeau.nn;

import static flambeau.args.Args.outputSize;
import static flambeau.functional.F.adaptiveAvgPool3d;

import flambeau.args.OutputSize;
import flambeau.tensor.Tensor;

/**
 * The averages of windows that cover a volume evenly; see {@link AdaptiveAvgPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.AdaptiveAvgPool3d}.
 *
 * {@snippet :
 * var pool = new AdaptiveAvgPool3d(outputSize(5, null, 2));
 * }
 */
public class AdaptiveAvgPool3d extends AdaptivePool {
    /**
     * Pooling to one size along all axes.
     *
     * @param outputSize the size of the output
     */
    public AdaptiveAvgPool3d(int outputSize) {
        super(3, outputSize(outputSize));
    }

    /**
     * Pooling.
     *
     * @param outputSize the sizes of the output, null for that of the input
     * @throws IllegalArgumentException if there are neither one nor 3 of them
     */
    public AdaptiveAvgPool3d(OutputSize outputSize) {
        super(3, outputSize);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return adaptiveAvgPool3d(x, outputSize);
    }
}
