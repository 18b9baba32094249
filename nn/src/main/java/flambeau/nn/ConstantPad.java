package flambeau.nn;

import flambeau.args.PaddingMode;

/** What {@link ConstantPad1d}, {@link ConstantPad2d} and {@link ConstantPad3d} share. */
abstract class ConstantPad extends Pad {
    private final Number value;

    ConstantPad(int axes, Number value, int... padding) {
        super(axes, PaddingMode.CONSTANT, padding);
        this.value = value;
    }

    @Override
    final Number fill() {
        return value;
    }

    @Override
    protected String extraRepr() {
        return "padding=%s, value=%s".formatted(Repr.of(padding()), Repr.of(value));
    }
}
