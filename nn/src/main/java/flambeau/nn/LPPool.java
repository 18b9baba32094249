package flambeau.nn;

import static flambeau.args.Args.ceilMode;
import static flambeau.args.Args.given;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.CeilMode;
import flambeau.args.Kernel;
import flambeau.args.Sizes;
import flambeau.args.Stride;

/** What {@link LPPool1d}, {@link LPPool2d} and {@link LPPool3d} share. */
abstract class LPPool extends Layer {
    /** The exponent p. */
    public final Number normType;

    /** The sizes of the window, one for all axes or one each. */
    public final Kernel kernel;

    /** The steps between windows, one for all axes or one each. */
    public final Stride stride;

    /** Whether the last window may hang over the end. */
    public final CeilMode ceilMode;

    private final boolean ownStride;

    LPPool(int axes, Number normType, Kernel kernel, Arg<?>[] args) {
        var name = "LPPool" + axes + "d";
        Sizes.of(name, "kernel", kernel.sizes(), axes, 1);
        this.normType = normType;
        this.kernel = kernel;
        ownStride = given(args, Stride.class) != null;
        stride = given(args, stride(kernel.sizes()));
        ceilMode = given(args, ceilMode(false));
        Sizes.of(name, "stride", stride.sizes(), axes, 1);
    }

    @Override
    protected String extraRepr() {
        return "norm_type=%s, kernel_size=%s, stride=%s, ceil_mode=%s"
                .formatted(
                        Repr.of(normType),
                        Repr.given(kernel.sizes()),
                        ownStride ? Repr.given(stride.sizes()) : "None",
                        Repr.of(ceilMode.value()));
    }
}
