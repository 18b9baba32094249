package flambeau.kernel.vector;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.array.Array;
import flambeau.array.Rule;
import flambeau.kernel.Update;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** Steps of SGD and Adam on float32; of the other rules tiles are fast enough. */
final class VectorUpdate implements Update {
    private static final int SMALL = 128; // elements, below which tiles are as fast

    private final Warmth plain;
    private final Warmth momentum;
    private final Warmth adam;

    VectorUpdate(boolean always) {
        plain = new Warmth(
                always,
                () -> drive((start, _, _) -> {
                    plain(new Rule.Sgd(start, 1e-6, 0, 1, false, false), Dummy.at(0), Dummy.at(1), 203);
                }));
        momentum = new Warmth(
                always,
                () -> drive((start, decays, other) -> {
                    var sgd = new Rule.Sgd(start, 1e-6, 0.5, 1, other, decays != other);
                    momentum(sgd, Dummy.at(0), Dummy.at(1), Dummy.at(2), 203);
                }));
        adam = new Warmth(
                always,
                () -> drive((start, _, other) -> {
                    var rule = new Rule.Adam(start, new Rule.Moments(other ? 0.1 : 0.6, 0.9), 1e-6, 1e-3);
                    adam(rule, Dummy.at(0), Dummy.at(1), Dummy.at(2), Dummy.at(3), other ? Dummy.at(4) : 0, 203);
                }));
    }

    private interface Loop {
        void run(Rule.Start start, boolean decays, boolean other);
    }

    /** Takes every branch of a loop. */
    private static void drive(Loop loop) {
        for (int i = 0; i < 8; i++) {
            boolean decays = (i & 1) != 0, maximize = (i & 2) != 0, other = (i & 4) != 0;
            loop.run(new Rule.Start(maximize, 1, decays ? 1e-3 : 0), decays, other);
        }
    }

    private @Nullable Warmth warmth(Step step) {
        return switch (step.rule()) {
            case Rule.Sgd _ -> step.operands().length == 2 ? plain : momentum;
            case Rule.Adam _ -> adam;
            default -> null;
        };
    }

    @Override
    public boolean update(Step step, long low, long high) {
        var o = step.operands();
        long n = high - low;
        var warmth = warmth(step);
        if (warmth == null || n < SMALL || !o[0].isFloat32() || !Flat.areAlike(o) || !warmth.isReady(n / 2))
            return false;
        switch (step.rule()) {
            case Rule.Sgd sgd when o.length == 2 -> plain(sgd, at(o[0], low), at(o[1], low), (int) n);
            case Rule.Sgd sgd -> momentum(sgd, at(o[0], low), at(o[1], low), at(o[2], low), (int) n);
            case Rule.Adam adam -> {
                long vMax = o.length > 4 ? at(o[4], low) : 0;
                adam(adam, at(o[0], low), at(o[1], low), at(o[2], low), at(o[3], low), vMax, (int) n);
            }
            default -> throw new AssertionError(step.rule());
        }
        return true;
    }

    private static long at(Array x, long i) {
        return x.address() + Floats.BYTES * i;
    }

    private static void plain(Rule.Sgd o, long p, long g, int n) {
        float sign = o.start().maximize() ? -1 : 1, decay = (float) o.start().decay(), lr = (float) -o.rate();
        float shrink = (float) o.start().shrink();
        int i = 0;
        FloatVector rate = FloatVector.broadcast(FLOATS, lr), weight = FloatVector.broadcast(FLOATS, decay);
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector x = load(p, i).mul(shrink), dx = load(g, i).mul(sign);
            if (decay != 0) dx = x.fma(weight, dx);
            store(dx.fma(rate, x), p, i);
        }
        for (; i < n; i++) {
            float x = shrink * Floats.get(p + 4L * i), dx = sign * Floats.get(g + 4L * i);
            Floats.set(p + 4L * i, fma(lr, decay == 0 ? dx : fma(decay, x, dx), x));
        }
    }

    private static void momentum(Rule.Sgd o, long p, long g, long v, int n) {
        float sign = o.start().maximize() ? -1 : 1, decay = (float) o.start().decay(), lr = (float) -o.rate();
        float momentum = (float) o.momentum(),
                share = (float) o.share(),
                shrink = (float) o.start().shrink();
        boolean first = o.first(), nesterov = o.nesterov();
        int i = 0;
        FloatVector rate = FloatVector.broadcast(FLOATS, lr), weight = FloatVector.broadcast(FLOATS, decay);
        FloatVector part = FloatVector.broadcast(FLOATS, share), keep = FloatVector.broadcast(FLOATS, momentum);
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector x = load(p, i).mul(shrink), dx = load(g, i).mul(sign);
            if (decay != 0) dx = x.fma(weight, dx);
            var speed = dx;
            if (!first) speed = dx.fma(part, load(v, i).mul(momentum));
            store(speed, v, i);
            if (nesterov) speed = speed.fma(keep, dx);
            store(speed.fma(rate, x), p, i);
        }
        for (; i < n; i++) {
            float x = shrink * Floats.get(p + 4L * i), dx = sign * Floats.get(g + 4L * i);
            if (decay != 0) dx = fma(decay, x, dx);
            float speed = first ? dx : fma(share, dx, Floats.get(v + 4L * i) * momentum);
            Floats.set(v + 4L * i, speed);
            Floats.set(p + 4L * i, fma(lr, nesterov ? fma(momentum, speed, dx) : speed, x));
        }
    }

    /** {@code vMax} is 0 without it. */
    private static void adam(Rule.Adam o, long p, long g, long m, long v, long vMax, int n) {
        float sign = o.start().maximize() ? -1 : 1, decay = (float) o.start().decay();
        float shrink = (float) o.start().shrink(), weight1 = (float) o.moments().weight1();
        float beta2 = (float) o.moments().beta2(), weight2 = (float) o.moments().weight2();
        float step = (float) -o.rate(), eps = (float) o.eps();
        boolean near = weight1 < 0.5f;
        int i = 0;
        FloatVector w = FloatVector.broadcast(FLOATS, near ? weight1 : weight1 - 1),
                d = FloatVector.broadcast(FLOATS, decay);
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector x = load(p, i).mul(shrink), dx = load(g, i).mul(sign);
            if (decay != 0) dx = x.fma(d, dx);
            var mean = load(m, i);
            mean = dx.sub(mean).fma(w, near ? mean : dx);
            var square = dx.mul(weight2).fma(dx, load(v, i).mul(beta2));
            store(mean, m, i);
            store(square, v, i);
            if (vMax != 0) {
                square = square.max(load(vMax, i));
                store(square, vMax, i);
            }
            store(x.add(mean.mul(step).div(square.sqrt().add(eps))), p, i);
        }
        for (; i < n; i++) {
            float x = Floats.get(p + 4L * i) * shrink,
                    dx = sign * Floats.get(g + 4L * i),
                    mean = Floats.get(m + 4L * i);
            if (decay != 0) dx = fma(decay, x, dx);
            mean = near ? fma(weight1, dx - mean, mean) : fma(weight1 - 1, dx - mean, dx);
            float square = fma(weight2 * dx, dx, Floats.get(v + 4L * i) * beta2);
            Floats.set(m + 4L * i, mean);
            Floats.set(v + 4L * i, square);
            if (vMax != 0) {
                square = Math.max(square, Floats.get(vMax + 4L * i));
                Floats.set(vMax + 4L * i, square);
            }
            Floats.set(p + 4L * i, x + step * mean / ((float) Math.sqrt(square) + eps));
        }
    }
}
