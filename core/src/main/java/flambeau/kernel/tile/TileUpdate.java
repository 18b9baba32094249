package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.runs.FloatUpdate;
import flambeau.kernel.runs.Floats;

/** Optimiser steps: tile a holds the parameter, b the gradient, c to e the state. */
final class TileUpdate extends FloatUpdate {
    @Override
    protected boolean takes(long count) {
        return true;
    }

    @Override
    protected void sgd(SgdNumbers o, long p, long g, long v, int n) {
        var t = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            Floats.load(p + 4L * i, t.a, 0, m);
            Floats.load(g + 4L * i, t.b, 0, m);
            if (o.maximize()) negate(t.b, m);
            if (o.decay() != 0) axpy(o.decay(), t.a, t.b, m);
            if (v != 0) {
                Floats.load(v + 4L * i, t.c, 0, m);
                if (o.first()) System.arraycopy(t.b, 0, t.c, 0, m);
                else accelerate(t.c, o.momentum(), o.share(), t.b, m);
                Floats.store(t.c, 0, v + 4L * i, m);
                if (o.nesterov()) axpy(o.momentum(), t.c, t.b, m);
            }
            axpy(o.lr(), v == 0 || o.nesterov() ? t.b : t.c, t.a, m);
            Floats.store(t.a, 0, p + 4L * i, m);
        }
    }

    private static void negate(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = -x[i];
    }

    private static void axpy(float a, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = fma(a, x[i], y[i]);
    }

    private static void accelerate(float[] v, float momentum, float share, float[] g, int n) {
        for (int i = 0; i < n; i++) v[i] = fma(share, g[i], v[i] * momentum);
    }

    @Override
    protected void adam(AdamNumbers o, long p, long g, long m, long v, long vMax, int n) {
        var t = Tiles.get();
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int k = Math.min(Tiles.SIZE, n - i);
            Floats.load(p + 4L * i, t.a, 0, k);
            Floats.load(g + 4L * i, t.b, 0, k);
            Floats.load(m + 4L * i, t.c, 0, k);
            Floats.load(v + 4L * i, t.d, 0, k);
            if (o.maximize()) negate(t.b, k);
            if (o.shrink() != 1) shrink(t.a, o.shrink(), k);
            if (o.decay() != 0) axpy(o.decay(), t.a, t.b, k);
            mean(t.c, o.weight1(), t.b, k);
            square(t.d, o.beta2(), o.weight2(), t.b, k);
            Floats.store(t.c, 0, m + 4L * i, k);
            Floats.store(t.d, 0, v + 4L * i, k);
            if (vMax != 0) {
                Floats.load(vMax + 4L * i, t.e, 0, k);
                max(t.d, t.e, k);
                Floats.store(t.d, 0, vMax + 4L * i, k);
            }
            step(t.a, t.c, t.d, o.step(), o.correction(), o.eps(), k);
            Floats.store(t.a, 0, p + 4L * i, k);
        }
    }

    private static void shrink(float[] p, float factor, int n) {
        for (int i = 0; i < n; i++) p[i] *= factor;
    }

    /** PyTorch's lerp: from the nearer end. */
    private static void mean(float[] m, float weight, float[] g, int n) {
        if (weight < 0.5f) for (int i = 0; i < n; i++) m[i] = fma(weight, g[i] - m[i], m[i]);
        else for (int i = 0; i < n; i++) m[i] = fma(weight - 1, g[i] - m[i], g[i]);
    }

    private static void square(float[] v, float beta, float weight, float[] g, int n) {
        for (int i = 0; i < n; i++) v[i] = fma(weight * g[i], g[i], v[i] * beta);
    }

    private static void max(float[] v, float[] largest, int n) {
        for (int i = 0; i < n; i++) v[i] = Math.max(v[i], largest[i]);
    }

    private static void step(float[] p, float[] m, float[] v, float step, float correction, float eps, int n) {
        for (int i = 0; i < n; i++) p[i] += step * m[i] / ((float) Math.sqrt(v[i]) / correction + eps);
    }
}
