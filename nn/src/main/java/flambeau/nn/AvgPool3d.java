package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.functional.F.avgPool3d;

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
 * The average of each window of a volume; see {@link AvgPool2d}.
 *
 * <p>Input {@code [n, c, d, h, w]} or {@code [c, d, h, w]}, output {@code [n, c, d', h', w']} or {@code [c, d', h', w']}. Source: {@code
 * torch.nn.AvgPool3d}.
 *
 * {@snippet :
 * var pool = new AvgPool3d(kernel(1, 2, 2));
 * }
 */
public class AvgPool3d extends AvgPool
        implements Stride.Taker, Padding.Taker, CeilMode.Taker, CountIncludePad.Taker, DivisorOverride.Taker {
    /** What sums are divided by instead of the number of places, or null. */
    public final @Nullable DivisorOverride divisorOverride;

    /**
     * Pooling with a cubic window.
     *
     * @param kernel the size of the window along all axes
     * @param args stride (the kernel), padding (0), ceilMode (false), countIncludePad (true), divisorOverride (none)
     * @throws IllegalArgumentException if a size makes no sense
     */
    @SafeVarargs
    public AvgPool3d(int kernel, Arg<? super AvgPool3d>... args) {
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
    public AvgPool3d(Kernel kernel, Arg<? super AvgPool3d>... args) {
        super(3, kernel, args);
        divisorOverride = given(args, DivisorOverride.class);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return divisorOverride == null
                ? avgPool3d(x, kernel, stride, padding, ceilMode, countIncludePad)
                : avgPool3d(x, kernel, stride, padding, ceilMode, countIncludePad, divisorOverride);
    }
}
