package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.lpPool3d;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Kernel;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The power average of each window of a volume; see {@link LPPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.LPPool3d}.
 *
 * {@snippet :
 * var pool = new LPPool3d(1.2, 3, stride(2));
 * }
 */
public class LPPool3d extends LPPool implements Stride.Taker, CeilMode.Taker {
    /**
     * Pooling with a cubic window.
     *
     * @param normType the exponent p
     * @param kernel the size of the window
     * @param args stride (the kernel), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public LPPool3d(Number normType, int kernel, Arg<? super LPPool3d>... args) {
        super(3, normType, kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param normType the exponent p
     * @param kernel the sizes of the window
     * @param args stride (the kernel), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public LPPool3d(Number normType, Kernel kernel, Arg<? super LPPool3d>... args) {
        super(3, normType, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return lpPool3d(x, normType, kernel, stride, ceilMode);
    }
}
