package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Binary;
import flambeau.kernel.Pointwise;
import flambeau.kernel.Ternary;
import flambeau.kernel.Unary;

/** Elementwise functions, by the definitions in {@link Unary}, {@link Binary} and {@link Ternary}. */
final class ReferencePointwise implements Pointwise {
    @Override
    public boolean unary(Unary op, Array x, Array y) {
        var in = Elements.of(x, y.shape());
        var out = Elements.of(y);
        if (in.isFloating()) {
            var f = x.dtype() == DType.FLOAT64 ? op.real() : op.single();
            for (long i = 0; i < out.count; i++) out.setDouble(i, f.applyAsDouble(in.getDouble(i)));
        } else {
            var f = op.whole();
            for (long i = 0; i < out.count; i++) out.setLong(i, f.applyAsLong(in.getLong(i)));
        }
        return true;
    }

    @Override
    public boolean binary(Binary op, Array a, Array b, Array y) {
        var left = Elements.of(a, y.shape());
        var right = Elements.of(b, y.shape());
        var out = Elements.of(y);
        if (left.isFloating()) {
            var f = op.real();
            for (long i = 0; i < out.count; i++)
                out.setDouble(i, f.applyAsDouble(left.getDouble(i), right.getDouble(i)));
        } else {
            var f = op.whole();
            for (long i = 0; i < out.count; i++) out.setLong(i, f.applyAsLong(left.getLong(i), right.getLong(i)));
        }
        return true;
    }

    @Override
    public boolean ternary(Ternary op, double v, Array a, Array b, Array c, Array y) {
        Elements first = Elements.of(a, y.shape()),
                second = Elements.of(b, y.shape()),
                third = Elements.of(c, y.shape());
        var out = Elements.of(y);
        var f = op.real();
        for (long i = 0; i < out.count; i++)
            out.setDouble(i, f.at(first.getDouble(i), second.getDouble(i), third.getDouble(i), v));
        return true;
    }

    @Override
    public boolean where(Array condition, Array a, Array b, Array y) {
        var chosen = Elements.of(condition, y.shape());
        var left = Elements.of(a, y.shape());
        var right = Elements.of(b, y.shape());
        var out = Elements.of(y);
        for (long i = 0; i < out.count; i++) {
            if (chosen.getLong(i) != 0) out.set(i, left, i);
            else out.set(i, right, i); // C2 of JDK 25 finds null in a reference that is chosen by a condition
        }
        return true;
    }

    @Override
    public boolean copy(Array x, Array y) {
        var in = Elements.of(x, y.shape());
        var out = Elements.of(y);
        for (long i = 0; i < out.count; i++) out.set(i, in, i);
        return true;
    }
}
