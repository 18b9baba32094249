package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.fractionalMaxPool3d;
import static flambeau.functional.F.fractionalMaxPool3dWithIndices;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputRatio;
import flambeau.args.OutputSize;
import flambeau.args.RandomSamples;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest values of windows of a volume that begin at random places; see {@link FractionalMaxPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.FractionalMaxPool3d}.
 *
 * {@snippet :
 * var pool = new FractionalMaxPool3d(kernel(1, 2, 2), outputSize(4));
 * }
 */
public class FractionalMaxPool3d extends FractionalMaxPool
        implements OutputSize.Taker, OutputRatio.Taker, RandomSamples.Taker, RandomSource.Taker {
    /**
     * Pooling with a cubic window.
     *
     * @param kernel the size of the window along all axes
     * @param args outputSize or outputRatio; generator (the default one); randomSamples (drawn)
     * @throws IllegalArgumentException if a size makes no sense, or there are two or none
     */
    @SafeVarargs
    public FractionalMaxPool3d(int kernel, Arg<? super FractionalMaxPool3d>... args) {
        super(3, kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param kernel the sizes of the window
     * @param args outputSize or outputRatio; generator (the default one); randomSamples (drawn)
     * @throws IllegalArgumentException if a size makes no sense, or there are two or none
     */
    @SafeVarargs
    public FractionalMaxPool3d(Kernel kernel, Arg<? super FractionalMaxPool3d>... args) {
        super(3, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return fractionalMaxPool3d(x, kernel, options());
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> fractionalMaxPool3dWithIndices(x, kernel, options()));
    }
}
