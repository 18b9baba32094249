package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxUnpool1d;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputSize;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of {@link MaxPool1d}, as far as there is one; see {@link MaxUnpool2d}.
 *
 * <p>Inputs {@code [n, c, l]} or {@code [c, l]}, output {@code [n, c, l']} or {@code [c, l']}. Source: {@code
 * torch.nn.MaxUnpool1d}.
 *
 * {@snippet :
 * var unpool = new MaxUnpool1d(2, stride(2));
 * }
 */
public class MaxUnpool1d extends MaxUnpool implements Stride.Taker, Padding.Taker {
    /**
     * The inverse of pooling over one space axis.
     *
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxUnpool1d(int kernel, Arg<? super MaxUnpool1d>... args) {
        super(1, kernel(kernel), args);
    }

    @Override
    Tensor unpool(
            Tensor x, Tensor indices, Kernel kernel, Stride stride, Padding padding, @Nullable OutputSize outputSize) {
        return outputSize == null
                ? maxUnpool1d(x, indices, kernel.sizes()[0], stride, padding)
                : maxUnpool1d(x, indices, kernel.sizes()[0], stride, padding, outputSize);
    }
}
