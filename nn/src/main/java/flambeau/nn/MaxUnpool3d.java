package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxUnpool3d;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputSize;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of {@link MaxPool3d}, as far as there is one; see {@link MaxUnpool2d}.
 *
 * <p>Inputs {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.MaxUnpool3d}.
 *
 * {@snippet :
 * var unpool = new MaxUnpool3d(2, stride(2));
 * }
 */
public class MaxUnpool3d extends MaxUnpool implements Stride.Taker, Padding.Taker {
    /**
     * The inverse of pooling with a cubic window.
     *
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxUnpool3d(int kernel, Arg<? super MaxUnpool3d>... args) {
        super(3, kernel(kernel), args);
    }

    /**
     * The inverse of pooling.
     *
     * @param kernel the sizes of the window
     * @param args stride (the kernel), padding (0)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxUnpool3d(Kernel kernel, Arg<? super MaxUnpool3d>... args) {
        super(3, kernel, args);
    }

    @Override
    Tensor unpool(
            Tensor x, Tensor indices, Kernel kernel, Stride stride, Padding padding, @Nullable OutputSize outputSize) {
        return outputSize == null
                ? maxUnpool3d(x, indices, kernel, stride, padding)
                : maxUnpool3d(x, indices, kernel, stride, padding, outputSize);
    }
}
