package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.lpPool1d;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The power average of each window of a row; see {@link LPPool2d}.
 *
 * <p>Input {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code
 * torch.nn.LPPool1d}.
 *
 * {@snippet :
 * var pool = new LPPool1d(1.2, 3, stride(2));
 * }
 */
public class LPPool1d extends LPPool implements Stride.Taker, CeilMode.Taker {
    /**
     * Pooling over one space axis.
     *
     * @param normType the exponent p
     * @param kernel the size of the window
     * @param args stride (the kernel), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public LPPool1d(Number normType, int kernel, Arg<? super LPPool1d>... args) {
        super(1, normType, kernel(kernel), args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return lpPool1d(x, normType, kernel.sizes()[0], stride, ceilMode);
    }
}
