package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Activation;

/** Activation functions, by the definitions in {@link flambeau.kernel.Curve}. */
final class ReferenceActivation implements Activation {
    @Override
    public boolean forward(Shape f, Array x, Array y) {
        var value = f.curve().value();
        double a = rounded(f.a(), x), b = rounded(f.b(), x), c = rounded(f.c(), x);
        var in = Elements.of(x);
        var out = Elements.of(y);
        for (long i = 0; i < out.count; i++) out.setDouble(i, value.at(in.getDouble(i), a, b, c));
        return true;
    }

    @Override
    public boolean backward(Shape f, Array dy, Array x, Array dx) {
        var slope = f.curve().slope();
        double a = rounded(f.a(), x), b = rounded(f.b(), x), c = rounded(f.c(), x);
        var at = Elements.of(x);
        var in = Elements.of(dy);
        var out = Elements.of(dx);
        for (long i = 0; i < out.count; i++) out.setDouble(i, in.getDouble(i) * slope.at(at.getDouble(i), a, b, c));
        return true;
    }

    /** Constants have the precision in which PyTorch computes. */
    private static double rounded(double constant, Array x) {
        return x.dtype() == DType.FLOAT64 ? constant : (float) constant;
    }
}
