package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.avgPool1d;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.CountIncludePad;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The average of each window of a row; see {@link AvgPool2d}.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code
 * torch.nn.AvgPool1d}.
 *
 * {@snippet :
 * var pool = new AvgPool1d(3, stride(2));
 * }
 */
public class AvgPool1d extends AvgPool implements Stride.Taker, Padding.Taker, CeilMode.Taker, CountIncludePad.Taker {
    /**
     * Pooling over one space axis.
     *
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0), ceilMode (false), countIncludePad (true)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public AvgPool1d(int kernel, Arg<? super AvgPool1d>... args) {
        super(1, kernel(kernel), args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return avgPool1d(x, kernel.sizes()[0], stride, padding, ceilMode, countIncludePad);
    }
}
