package flambeau.nn;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Dilation;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Sizes;
import flambeau.args.Stride;

/** What {@link MaxPool1d}, {@link MaxPool2d} and {@link MaxPool3d} share. */
abstract class MaxPool extends Layer {
    /** The sizes of the window, one for all axes or one each. */
    public final Kernel kernel;

    /** The steps between windows, one for all axes or one each. */
    public final Stride stride;

    /** The places added on both sides, one for all axes or one each. */
    public final Padding padding;

    /** The distances between the places of the window, one for all axes or one each. */
    public final Dilation dilation;

    /** Whether the last window may hang over the end. */
    public final CeilMode ceilMode;

    MaxPool(int axes, Kernel kernel, Arg<?>[] args) {
        var name = "MaxPool" + axes + "d";
        Sizes.of(name, "kernel", kernel.sizes(), axes, 1);
        this.kernel = kernel;
        stride = given(args, stride(kernel.sizes()));
        padding = given(args, padding(0));
        dilation = given(args, dilation(1));
        ceilMode = given(args, ceilMode(false));
        Sizes.of(name, "stride", stride.sizes(), axes, 1);
        Sizes.of(name, "dilation", dilation.sizes(), axes, 1);
        if (padding.auto() != null)
            throw new IllegalArgumentException("%s: padding takes sizes, got %s"
                    .formatted(name, padding.auto().name()));
        Sizes.of(name, "padding", padding.sizes(), axes, 0);
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=%s, stride=%s, padding=%s, dilation=%s, ceil_mode=%s"
                .formatted(
                        Repr.given(kernel.sizes()),
                        Repr.given(stride.sizes()),
                        Repr.given(padding.sizes()),
                        Repr.given(dilation.sizes()),
                        Repr.of(ceilMode.value()));
    }
}
