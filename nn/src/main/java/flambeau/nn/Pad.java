package flambeau.nn;

import static flambeau.args.Args.value;
import static flambeau.functional.F.pad;

import flambeau.args.PaddingMode;
import flambeau.tensor.Tensor;
import java.util.Arrays;

/** What all padding layers share. */
abstract class Pad extends Layer {
    private final int axes;
    private final int[] padding;
    private final PaddingMode mode;

    /** One number for all sides, or two an axis. */
    Pad(int axes, PaddingMode mode, int... padding) {
        if (padding.length != 1 && padding.length != 2 * axes)
            throw new IllegalArgumentException("%s: padding takes 1 or %s numbers, got %s"
                    .formatted(Repr.name(this), 2 * axes, Arrays.toString(padding)));
        this.axes = axes;
        this.mode = mode;
        this.padding = padding.length == 1 ? new int[2 * axes] : padding.clone();
        if (padding.length == 1) Arrays.fill(this.padding, padding[0]);
    }

    /** The places before and after each axis, the last axis first. */
    public final int[] padding() {
        return padding.clone();
    }

    /** The value of new places, where it is one. */
    Number fill() {
        return 0;
    }

    @Override
    protected Tensor forward(Tensor x) {
        if (mode == PaddingMode.CONSTANT) return pad(x, padding, mode, value(fill().doubleValue()));
        if (x.dim() != axes + 1 && x.dim() != axes + 2)
            throw new IllegalArgumentException("%s: input must have %s or %s dimensions, got %s"
                    .formatted(Repr.name(this), axes + 1, axes + 2, x.shape().text()));
        return pad(x, padding, mode);
    }

    @Override
    protected String extraRepr() {
        return Repr.of(padding);
    }
}
