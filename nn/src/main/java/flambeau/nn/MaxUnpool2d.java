package flambeau.nn;

import static flambeau.args.Args.kernel;
import static flambeau.functional.F.maxUnpool2d;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputSize;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of {@link MaxPool2d}, as far as there is one: zeros but for the maxima, which go back to where they stood.
 *
 * <p>Inputs {@code [n, c, h, w]} or {@code [c, h, w]}, the values and the indices of {@link MaxPool2d#applyWithIndices}; output
 * {@code [n, c, h', w']} or {@code [c, h', w']} with {@code h' = (h - 1) stride - 2 padding + kernel}, or the size that is asked
 * for where several sizes are pooled to this one. Source: {@code torch.nn.MaxUnpool2d}.
 *
 * {@snippet :
 * var found = new MaxPool2d(2, stride(2)).applyWithIndices(x);
 * var y = new MaxUnpool2d(2, stride(2)).apply(found.values(), found.indices(), outputSize(5, 5));
 * }
 */
public class MaxUnpool2d extends MaxUnpool implements Stride.Taker, Padding.Taker {
    /**
     * The inverse of pooling with a square window.
     *
     * @param kernel the size of the window
     * @param args stride (the kernel), padding (0)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxUnpool2d(int kernel, Arg<? super MaxUnpool2d>... args) {
        super(2, kernel(kernel), args);
    }

    /**
     * The inverse of pooling.
     *
     * @param kernel the sizes of the window
     * @param args stride (the kernel), padding (0)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public MaxUnpool2d(Kernel kernel, Arg<? super MaxUnpool2d>... args) {
        super(2, kernel, args);
    }

    @Override
    Tensor unpool(
            Tensor x, Tensor indices, Kernel kernel, Stride stride, Padding padding, @Nullable OutputSize outputSize) {
        return outputSize == null
                ? maxUnpool2d(x, indices, kernel, stride, padding)
                : maxUnpool2d(x, indices, kernel, stride, padding, outputSize);
    }
}
