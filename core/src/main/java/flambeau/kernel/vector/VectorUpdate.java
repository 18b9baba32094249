package flambeau.kernel.vector;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.kernel.vector.Lane.FLOATS;
import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.FloatUpdate;
import flambeau.kernel.runs.Floats;
import jdk.incubator.vector.FloatVector;

/** Optimiser steps. */
final class VectorUpdate extends FloatUpdate {
    private static final int SMALL = 128; // elements, below which tiles are as fast

    private final Warmth warmth;

    VectorUpdate(boolean always) {
        warmth = new Warmth(always, () -> {
            for (int i = 0; i < 8; i++) {
                boolean decays = (i & 1) != 0, maximize = (i & 2) != 0, other = (i & 4) != 0;
                float decay = decays ? 1e-3f : 0;
                sgd(new SgdNumbers(-1e-6f, 0, 1, decay, false, maximize, false), Dummy.at(0), Dummy.at(1), 0, 203);
                sgd(
                        new SgdNumbers(-1e-6f, 0.5f, 1, decay, other, maximize, decays != other),
                        Dummy.at(0),
                        Dummy.at(1),
                        Dummy.at(2),
                        203);
                adam(
                        new AdamNumbers(other ? 0.1f : 0.6f, 0.9f, 0.1f, 1, decay, -1e-6f, 1, 1e-3f, maximize),
                        Dummy.at(0),
                        Dummy.at(1),
                        Dummy.at(2),
                        Dummy.at(3),
                        other ? Dummy.at(4) : 0,
                        203);
            }
        });
    }

    @Override
    protected boolean takes(long count) {
        return count >= SMALL && warmth.isReady(count / 2);
    }

    @Override
    protected void sgd(SgdNumbers o, long p, long g, long v, int n) {
        if (v == 0) plain(o, p, g, n);
        else momentum(o, p, g, v, n);
    }

    private static void plain(SgdNumbers o, long p, long g, int n) {
        float sign = o.maximize() ? -1 : 1, decay = o.decay(), lr = o.lr();
        int i = 0;
        var rate = FloatVector.broadcast(FLOATS, lr);
        if (decay == 0) {
            for (; i <= n - WIDTH; i += WIDTH) store(load(g, i).mul(sign).fma(rate, load(p, i)), p, i);
        } else {
            var weight = FloatVector.broadcast(FLOATS, decay);
            for (; i <= n - WIDTH; i += WIDTH) {
                var x = load(p, i);
                store(x.fma(weight, load(g, i).mul(sign)).fma(rate, x), p, i);
            }
        }
        for (; i < n; i++) {
            float x = Floats.get(p + 4L * i), dx = sign * Floats.get(g + 4L * i);
            Floats.set(p + 4L * i, fma(lr, decay == 0 ? dx : fma(decay, x, dx), x));
        }
    }

    private static void momentum(SgdNumbers o, long p, long g, long v, int n) {
        float sign = o.maximize() ? -1 : 1, decay = o.decay(), lr = o.lr(), momentum = o.momentum(), share = o.share();
        boolean first = o.first(), nesterov = o.nesterov();
        int i = 0;
        FloatVector rate = FloatVector.broadcast(FLOATS, lr), weight = FloatVector.broadcast(FLOATS, decay);
        FloatVector part = FloatVector.broadcast(FLOATS, share), keep = FloatVector.broadcast(FLOATS, momentum);
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector x = load(p, i), dx = load(g, i).mul(sign);
            if (decay != 0) dx = x.fma(weight, dx);
            var speed = dx;
            if (!first) speed = dx.fma(part, load(v, i).mul(momentum));
            store(speed, v, i);
            if (nesterov) speed = speed.fma(keep, dx);
            store(speed.fma(rate, x), p, i);
        }
        for (; i < n; i++) {
            float x = Floats.get(p + 4L * i), dx = sign * Floats.get(g + 4L * i);
            if (decay != 0) dx = fma(decay, x, dx);
            float speed = first ? dx : fma(share, dx, Floats.get(v + 4L * i) * momentum);
            Floats.set(v + 4L * i, speed);
            Floats.set(p + 4L * i, fma(lr, nesterov ? fma(momentum, speed, dx) : speed, x));
        }
    }

    @Override
    protected void adam(AdamNumbers o, long p, long g, long m, long v, long vMax, int n) {
        float sign = o.maximize() ? -1 : 1, decay = o.decay(), weight1 = o.weight1(), weight2 = o.weight2();
        boolean near = weight1 < 0.5f;
        int i = 0;
        FloatVector w = FloatVector.broadcast(FLOATS, near ? weight1 : weight1 - 1),
                d = FloatVector.broadcast(FLOATS, decay);
        for (; i <= n - WIDTH; i += WIDTH) {
            FloatVector x = load(p, i).mul(o.shrink()), dx = load(g, i).mul(sign);
            if (decay != 0) dx = x.fma(d, dx);
            var mean = load(m, i);
            mean = dx.sub(mean).fma(w, near ? mean : dx);
            var square = dx.mul(weight2).fma(dx, load(v, i).mul(o.beta2()));
            store(mean, m, i);
            store(square, v, i);
            if (vMax != 0) {
                square = square.max(load(vMax, i));
                store(square, vMax, i);
            }
            store(x.add(mean.mul(o.step()).div(square.sqrt().div(o.correction()).add(o.eps()))), p, i);
        }
        for (; i < n; i++) {
            float x = Floats.get(p + 4L * i) * o.shrink(),
                    dx = sign * Floats.get(g + 4L * i),
                    mean = Floats.get(m + 4L * i);
            if (decay != 0) dx = fma(decay, x, dx);
            mean = near ? fma(weight1, dx - mean, mean) : fma(weight1 - 1, dx - mean, dx);
            float square = fma(weight2 * dx, dx, Floats.get(v + 4L * i) * o.beta2());
            Floats.set(m + 4L * i, mean);
            Floats.set(v + 4L * i, square);
            if (vMax != 0) {
                square = Math.max(square, Floats.get(vMax + 4L * i));
                Floats.set(vMax + 4L * i, square);
            }
            Floats.set(p + 4L * i, x + o.step() * mean / ((float) Math.sqrt(square) / o.correction() + o.eps()));
        }
    }
}
