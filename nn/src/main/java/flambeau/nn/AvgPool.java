package flambeau.nn;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.countIncludePad;
import static flambeau.args.Args.given;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.CountIncludePad;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Sizes;
import flambeau.args.Stride;

/** What {@link AvgPool1d}, {@link AvgPool2d} and {@link AvgPool3d} share. */
abstract class AvgPool extends Layer {
    /** The sizes of the window, one for all axes or one each. */
    public final Kernel kernel;

    /** The steps between windows, one for all axes or one each. */
    public final Stride stride;

    /** The places added on both sides, one for all axes or one each. */
    public final Padding padding;

    /** Whether the last window may hang over the end. */
    public final CeilMode ceilMode;

    /** Whether places of the padding count. */
    public final CountIncludePad countIncludePad;

    private final int axes;

    AvgPool(int axes, Kernel kernel, Arg<?>[] args) {
        var name = "AvgPool" + axes + "d";
        this.axes = axes;
        Sizes.of(name, "kernel", kernel.sizes(), axes, 1);
        this.kernel = kernel;
        stride = given(args, stride(kernel.sizes()));
        padding = given(args, padding(0));
        ceilMode = given(args, ceilMode(false));
        countIncludePad = given(args, countIncludePad(true));
        Sizes.of(name, "stride", stride.sizes(), axes, 1);
        if (padding.auto() != null)
            throw new IllegalArgumentException("%s: padding takes sizes, got %s"
                    .formatted(name, padding.auto().name()));
        Sizes.of(name, "padding", padding.sizes(), axes, 0);
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=%s, stride=%s, padding=%s"
                .formatted(text(kernel.sizes()), text(stride.sizes()), text(padding.sizes()));
    }

    private String text(int[] sizes) {
        return axes == 1 ? Repr.of(sizes) : Repr.given(sizes);
    }
}
