package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.fractionalMaxPool2d;
import static flambeau.functional.F.fractionalMaxPool2dWithIndices;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputRatio;
import flambeau.args.OutputSize;
import flambeau.args.RandomSamples;
import flambeau.args.RandomSource;
import flambeau.tensor.Tensor;
import flambeau.tensor.ValuesIndices;

/**
 * The largest values of windows that begin at random places, about evenly apart, anew for each call, image and channel:
 * fractional max pooling (Graham, 2014).
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']} with outputSize, or
 * outputRatio times the size of the input, rounded down. Source: {@code torch.nn.FractionalMaxPool2d}.
 *
 * <p>Unlike PyTorch, where {@code return_indices=True} changes what a call returns, {@link #applyWithIndices} also tells where
 * the maxima stand; and there may be a generator.
 *
 * {@snippet :
 * var pool = new FractionalMaxPool2d(2, outputRatio(0.5));
 * }
 */
public class FractionalMaxPool2d extends FractionalMaxPool
        implements OutputSize.Taker, OutputRatio.Taker, RandomSamples.Taker, RandomSource.Taker {
    /**
     * Pooling with a square window.
     *
     * @param kernel the size of the window along all axes
     * @param args outputSize or outputRatio; generator (the default one); randomSamples (drawn)
     * @throws IllegalArgumentException if a size makes no sense, or there are two or none
     */
    @SafeVarargs
    public FractionalMaxPool2d(int kernel, Arg<? super FractionalMaxPool2d>... args) {
        super(2, kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param kernel the sizes of the window
     * @param args outputSize or outputRatio; generator (the default one); randomSamples (drawn)
     * @throws IllegalArgumentException if a size makes no sense, or there are two or none
     */
    @SafeVarargs
    public FractionalMaxPool2d(Kernel kernel, Arg<? super FractionalMaxPool2d>... args) {
        super(2, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return fractionalMaxPool2d(x, kernel, options());
    }

    /** The maxima and where they stand: PyTorch's {@code return_indices=True}; without hooks. */
    public final ValuesIndices applyWithIndices(Tensor x) {
        return call(() -> fractionalMaxPool2dWithIndices(x, kernel, options()));
    }
}
