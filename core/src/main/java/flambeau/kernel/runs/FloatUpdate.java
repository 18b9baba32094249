package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.kernel.Parallel;
import flambeau.kernel.Update;
import org.jspecify.annotations.Nullable;

/** Optimiser steps of float32 parameters, with PyTorch's operations in PyTorch's order. */
public abstract class FloatUpdate implements Update {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time

    /** For subclasses. */
    protected FloatUpdate() {}

    /** Whether this provider wants to change so many elements. */
    protected abstract boolean takes(long count);

    /** The numbers of SGD in float32. */
    public record SgdNumbers(
            float lr, float momentum, float share, float decay, boolean nesterov, boolean maximize, boolean first) {
        SgdNumbers(Sgd o) {
            this(
                    (float) -o.lr(),
                    (float) o.momentum(),
                    (float) (1 - o.dampening()),
                    (float) o.weightDecay(),
                    o.nesterov(),
                    o.maximize(),
                    o.first());
        }
    }

    /**
     * The numbers of Adam in float32.
     *
     * @param shrink what the parameter is multiplied by: decoupled weight decay
     * @param decay weight decay that is added to the gradient
     * @param step minus the learning rate over the first bias correction
     * @param correction the root of the second bias correction
     */
    public record AdamNumbers(
            float weight1,
            float beta2,
            float weight2,
            float shrink,
            float decay,
            float step,
            float correction,
            float eps,
            boolean maximize) {
        AdamNumbers(Adam o) {
            this(
                    (float) (1 - o.beta1()),
                    (float) o.beta2(),
                    (float) (1 - o.beta2()),
                    o.decoupled() ? (float) (1 - o.lr() * o.weightDecay()) : 1,
                    o.decoupled() ? 0 : (float) o.weightDecay(),
                    (float) (-o.lr() / (1 - Math.pow(o.beta1(), o.step()))),
                    (float) Math.sqrt(1 - Math.pow(o.beta2(), o.step())),
                    (float) o.eps(),
                    o.maximize());
        }
    }

    /**
     * {@code g += decay p; v = momentum v + share g (or g if first); g = v (or g + momentum v); p += lr g}, each line one
     * rounding after a product and one fused multiply-add. {@code v} is 0 without a velocity.
     */
    protected abstract void sgd(SgdNumbers o, long p, long g, long v, int n);

    /**
     * {@code p *= shrink; g += decay p; m += weight1 (g - m); v = beta2 v + weight2 g g; p += step m / (sqrt(v) / correction + eps)}.
     * {@code vMax} is 0 without it.
     */
    protected abstract void adam(AdamNumbers o, long p, long g, long m, long v, long vMax, int n);

    @Override
    public boolean sgd(Sgd options, Array p, Array g, @Nullable Array velocity) {
        boolean simple = isSimple(p, g) && (velocity == null || isSimple(p, velocity));
        if (!simple || !takes(p.count())) return false;
        long x = p.address(), dx = g.address(), v = velocity == null ? 0 : velocity.address();
        var o = new SgdNumbers(options);
        Parallel.forRange(
                p.count(),
                CHUNK,
                (low, high) -> sgd(o, x + 4 * low, dx + 4 * low, v == 0 ? 0 : v + 4 * low, (int) (high - low)));
        return true;
    }

    @Override
    public boolean adam(Adam options, Array p, Array g, Array m, Array v, @Nullable Array vMax) {
        boolean simple = isSimple(p, g) && isSimple(p, m) && isSimple(p, v) && (vMax == null || isSimple(p, vMax));
        if (!simple || !takes(p.count())) return false;
        long x = p.address(), dx = g.address(), first = m.address(), second = v.address();
        long max = vMax == null ? 0 : vMax.address();
        var o = new AdamNumbers(options);
        Parallel.forRange(
                p.count(),
                CHUNK,
                (low, high) -> adam(
                        o,
                        x + 4 * low,
                        dx + 4 * low,
                        first + 4 * low,
                        second + 4 * low,
                        max == 0 ? 0 : max + 4 * low,
                        (int) (high - low)));
        return true;
    }

    private static boolean isSimple(Array p, Array other) {
        return p.isFloat32() && other.isFloat32() && Flat.isSame(other, p);
    }
}
