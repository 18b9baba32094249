package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Floats;

/** The gates of gated recurrent units for n elements of a row; those of the three gates are {@code size} apart. */
final class GruVectors {
    private GruVectors() {}

    /** {@code room}: for 2 n floats. */
    static void forward(long g, long w, long before, long h, int size, int n, long room) {
        long step = 4L * size, part = 4L * n;
        GateVectors.logistic(g, w, n);
        GateVectors.logistic(g + step, w + step, n);
        multiply(g, w + 2 * step, room + part, n);
        GateVectors.addForTanh(g + 2 * step, room + part, room, n);
        UnaryVectors.exp(room, room, n);
        ExponentialVectors.tanh(g + 2 * step, room, g + 2 * step, n);
        between(g + step, g + 2 * step, before, h, n);
    }

    private static void multiply(long a, long b, long y, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(load(a, i).mul(load(b, i)), y, i);
        for (; i < n; i++) Floats.set(y + 4L * i, Floats.get(a + 4L * i) * Floats.get(b + 4L * i));
    }

    /** {@code h = m + z (before - m)}. */
    private static void between(long z, long m, long before, long h, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var v = load(m, i);
            store(v.add(load(z, i).mul(load(before, i).sub(v))), h, i);
        }
        for (; i < n; i++) {
            long at = 4L * i;
            float v = Floats.get(m + at);
            Floats.set(h + at, v + Floats.get(z + at) * (Floats.get(before + at) - v));
        }
    }

    static void backward(long dh, long g, long w, long before, long dg, long dw, int size, int n) {
        long step = 4L * size;
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var d = load(dh, i);
            var z = load(g + step, i);
            var m = load(g + 2 * step, i);
            var less = z.neg().add(1);
            var ofKeep = d.mul(load(before, i).sub(m)).mul(z).mul(less);
            store(ofKeep, dg + step, i);
            store(ofKeep, dw + step, i);
            store(d.mul(z), dh, i);
            store(d.mul(less).mul(m.mul(m).neg().add(1)), dg + 2 * step, i);
        }
        for (; i < n; i++) {
            long at = 4L * i;
            float d = Floats.get(dh + at), z = Floats.get(g + step + at), m = Floats.get(g + 2 * step + at);
            float ofKeep = d * (Floats.get(before + at) - m) * z * (1 - z);
            Floats.set(dg + step + at, ofKeep);
            Floats.set(dw + step + at, ofKeep);
            Floats.set(dh + at, d * z);
            Floats.set(dg + 2 * step + at, d * (1 - z) * (1 - m * m));
        }
        ofReset(g, w + 2 * step, dg, dg + 2 * step, dw, dw + 2 * step, n);
    }

    /** The gradients of the gate r, which multiplies {@code w}, and of w. */
    private static void ofReset(long g, long w, long dg, long dnew, long dw, long dproduct, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var d = load(dnew, i);
            var r = load(g, i);
            var dr = d.mul(load(w, i)).mul(r).mul(r.neg().add(1));
            store(dr, dg, i);
            store(dr, dw, i);
            store(d.mul(r), dproduct, i);
        }
        for (; i < n; i++) {
            long at = 4L * i;
            float d = Floats.get(dnew + at), r = Floats.get(g + at);
            float dr = d * Floats.get(w + at) * r * (1 - r);
            Floats.set(dg + at, dr);
            Floats.set(dw + at, dr);
            Floats.set(dproduct + at, d * r);
        }
    }
}
