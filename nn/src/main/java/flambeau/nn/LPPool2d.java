package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.lpPool2d;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Kernel;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The power average of each window: {@code (sum x^p)^(1/p)}. With p 1 it is the sum, which is in proportion to the average.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']} with {@code h' = (h -
 * kernel) / stride + 1}, rounded down, with ceilMode up. As in PyTorch a window that hangs over the end counts as if its other
 * places held the average of those it has. Source: {@code torch.nn.LPPool2d}.
 *
 * {@snippet :
 * var pool = new LPPool2d(2, kernel(3, 2), stride(2, 1));
 * }
 */
public class LPPool2d extends LPPool implements Stride.Taker, CeilMode.Taker {
    /**
     * Pooling with a square window.
     *
     * @param normType the exponent p
     * @param kernel the size of the window
     * @param args stride (the kernel), ceilMode (false)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public LPPool2d(Number normType, int kernel, Arg<? super LPPool2d>... args) {
        super(2, normType, kernel(kernel), args);
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
    public LPPool2d(Number normType, Kernel kernel, Arg<? super LPPool2d>... args) {
        super(2, normType, kernel, args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return lpPool2d(x, normType, kernel, stride, ceilMode);
    }
}
