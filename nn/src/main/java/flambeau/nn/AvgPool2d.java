package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.functional.F.avgPool2d;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.CountIncludePad;
import flambeau.args.DivisorOverride;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The average of each window: {@code y[n, c, i, j]} is the sum over p, q of {@code x[n, c, i s + p - pad, j s + q - pad]}, divided
 * by the number of places. Padding counts as zeros, or with {@code countIncludePad(false)} not at all.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c, h', w']} or {@code [c, h', w']} with {@code h' = (h +
 * 2 padding - kernel) / stride + 1}, rounded down, with ceilMode up. Source: {@code torch.nn.AvgPool2d}.
 *
 * {@snippet :
 * var pool = new AvgPool2d(3, stride(2), countIncludePad(false));
 * }
 */
public class AvgPool2d extends AvgPool
        implements Stride.Taker, Padding.Taker, CeilMode.Taker, CountIncludePad.Taker, DivisorOverride.Taker {
    /** What sums are divided by instead of the number of places, or null. */
    public final @Nullable DivisorOverride divisorOverride;

    /**
     * Pooling with a square window.
     *
     * @param kernel the size of the window along both axes
     * @param args stride (the kernel), padding (0), ceilMode (false), countIncludePad (true), divisorOverride (none)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public AvgPool2d(int kernel, Arg<? super AvgPool2d>... args) {
        this(kernel(kernel), args);
    }

    /**
     * Pooling.
     *
     * @param kernel the sizes of the window
     * @param args stride (the kernel), padding (0), ceilMode (false), countIncludePad (true), divisorOverride (none)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public AvgPool2d(Kernel kernel, Arg<? super AvgPool2d>... args) {
        super(2, kernel, args);
        divisorOverride = given(args, DivisorOverride.class);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return divisorOverride == null
                ? avgPool2d(x, kernel, stride, padding, ceilMode, countIncludePad)
                : avgPool2d(x, kernel, stride, padding, ceilMode, countIncludePad, divisorOverride);
    }
}
