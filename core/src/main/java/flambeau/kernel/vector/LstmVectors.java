package flambeau.kernel.vector;

import static flambeau.kernel.vector.Lane.WIDTH;
import static flambeau.kernel.vector.Lane.load;
import static flambeau.kernel.vector.Lane.store;

import flambeau.kernel.runs.Approximation;
import flambeau.kernel.runs.Floats;

/** The gates of long short-term memory for n elements of a row; those of the four gates are {@code size} apart. */
final class LstmVectors {
    private LstmVectors() {}

    /** {@code room}: for n floats. */
    static void forward(long g, long w, long before, long c, long h, int size, int n, long room) {
        long step = 4L * size;
        GateVectors.logistic(g, w, n);
        GateVectors.logistic(g + step, w + step, n);
        GateVectors.addForTanh(g + 2 * step, w + 2 * step, room, n);
        UnaryVectors.exp(room, room, n);
        ExponentialVectors.tanh(g + 2 * step, room, g + 2 * step, n);
        GateVectors.logistic(g + 3 * step, w + 3 * step, n);
        cell(g, step, before, c, room, n);
        UnaryVectors.exp(room, room, n);
        GateVectors.tanhTimes(c, room, g + 3 * step, h, n);
    }

    /** {@code c = f before + i g}, and what its hyperbolic tangent needs the exponential of. */
    private static void cell(long g, long step, long before, long c, long exp, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var kept = load(g + step, i).mul(load(before, i));
            var cell = kept.add(load(g, i).mul(load(g + 2 * step, i)));
            store(cell, c, i);
            store(VectorMath.tanhExponent(cell), exp, i);
        }
        for (; i < n; i++) {
            long at = 4L * i;
            float kept = Floats.get(g + step + at) * Floats.get(before + at);
            float cell = kept + Floats.get(g + at) * Floats.get(g + 2 * step + at);
            Floats.set(c + at, cell);
            Floats.set(exp + at, 2 * Math.abs(cell));
        }
    }

    /** {@code room}: for n floats. */
    static void backward(long dh, long g, long before, long c, long dc, long dg, int size, int n, long room) {
        long step = 4L * size;
        exponent(c, room, n);
        UnaryVectors.exp(room, room, n);
        ofOutput(c, room, dh, g + 3 * step, dc, dg + 3 * step, n);
        ofOthers(g, step, before, dc, dg, n);
    }

    private static void exponent(long c, long exp, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) store(VectorMath.tanhExponent(load(c, i)), exp, i);
        for (; i < n; i++) Floats.set(exp + 4L * i, 2 * Math.abs(Floats.get(c + 4L * i)));
    }

    /** {@code dc += dh o (1 - t^2)} and {@code d = dh t o (1 - o)}, t being tanh(c). */
    private static void ofOutput(long c, long exp, long dh, long o, long dc, long d, int n) {
        int i = 0;
        for (; i <= n - WIDTH; i += WIDTH) {
            var t = VectorMath.tanh(load(c, i), load(exp, i));
            var gate = load(o, i);
            var part = load(dh, i).mul(gate);
            store(load(dc, i).add(part.mul(t.mul(t).neg().add(1))), dc, i);
            store(part.mul(t).mul(gate.neg().add(1)), d, i);
        }
        for (; i < n; i++) {
            long at = 4L * i;
            float t = Approximation.tanh(Floats.get(c + at)), gate = Floats.get(o + at);
            float part = Floats.get(dh + at) * gate;
            Floats.set(dc + at, Floats.get(dc + at) + part * (1 - t * t));
            Floats.set(d + at, part * t * (1 - gate));
        }
    }

    /** The gradients of the other gates, and of the cell before. */
    private static void ofOthers(long g, long step, long before, long dc, long dg, int n) {
        int k = 0;
        for (; k <= n - WIDTH; k += WIDTH) {
            var d = load(dc, k);
            var i = load(g, k);
            var f = load(g + step, k);
            var m = load(g + 2 * step, k);
            store(d.mul(load(before, k)).mul(f).mul(f.neg().add(1)), dg + step, k);
            store(d.mul(m).mul(i).mul(i.neg().add(1)), dg, k);
            store(d.mul(i).mul(m.mul(m).neg().add(1)), dg + 2 * step, k);
            store(d.mul(f), dc, k);
        }
        for (; k < n; k++) {
            long at = 4L * k;
            float d = Floats.get(dc + at), i = Floats.get(g + at);
            float f = Floats.get(g + step + at), m = Floats.get(g + 2 * step + at);
            Floats.set(dg + step + at, d * Floats.get(before + at) * f * (1 - f));
            Floats.set(dg + at, d * m * i * (1 - i));
            Floats.set(dg + 2 * step + at, d * i * (1 - m * m));
            Floats.set(dc + at, d * f);
        }
    }
}
