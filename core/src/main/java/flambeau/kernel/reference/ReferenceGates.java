package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Gates;

/** The gates of recurrent cells, element by element. */
final class ReferenceGates implements Gates {
    @Override
    public boolean lstm(Array gates, Array hidden, Array before, Array c, Array h) {
        Elements g = Elements.of(gates), w = Elements.of(hidden), old = Elements.of(before);
        Elements cell = Elements.of(c), state = Elements.of(h);
        int size = h.shape().get(1);
        for (long at = 0; at < state.count; at++) {
            long i = at / size * 4 * size + at % size, f = i + size, m = f + size, o = m + size;
            double in = sigmoid(g.getDouble(i) + w.getDouble(i)), keep = sigmoid(g.getDouble(f) + w.getDouble(f));
            double value = Math.tanh(g.getDouble(m) + w.getDouble(m)), out = sigmoid(g.getDouble(o) + w.getDouble(o));
            double y = keep * old.getDouble(at) + in * value;
            g.setDouble(i, in);
            g.setDouble(f, keep);
            g.setDouble(m, value);
            g.setDouble(o, out);
            cell.setDouble(at, y);
            state.setDouble(at, out * Math.tanh(y));
        }
        return true;
    }

    @Override
    public boolean lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates) {
        Elements g = Elements.of(gates), old = Elements.of(before), cell = Elements.of(c);
        Elements dstate = Elements.of(dh), dcell = Elements.of(dc), dg = Elements.of(dgates);
        int size = dh.shape().get(1);
        for (long at = 0; at < dstate.count; at++) {
            long i = at / size * 4 * size + at % size, f = i + size, m = f + size, o = m + size;
            double in = g.getDouble(i), keep = g.getDouble(f), value = g.getDouble(m), out = g.getDouble(o);
            double t = Math.tanh(cell.getDouble(at)), dy = dstate.getDouble(at);
            double d = dcell.getDouble(at) + dy * out * (1 - t * t);
            dg.setDouble(i, d * value * in * (1 - in));
            dg.setDouble(f, d * old.getDouble(at) * keep * (1 - keep));
            dg.setDouble(m, d * in * (1 - value * value));
            dg.setDouble(o, dy * t * out * (1 - out));
            dcell.setDouble(at, d * keep);
        }
        return true;
    }

    @Override
    public boolean gru(Array gates, Array hidden, Array before, Array h) {
        Elements g = Elements.of(gates), w = Elements.of(hidden), old = Elements.of(before), state = Elements.of(h);
        int size = h.shape().get(1);
        for (long at = 0; at < state.count; at++) {
            long r = at / size * 3 * size + at % size, z = r + size, m = z + size;
            double reset = sigmoid(g.getDouble(r) + w.getDouble(r)), keep = sigmoid(g.getDouble(z) + w.getDouble(z));
            double value = Math.tanh(g.getDouble(m) + reset * w.getDouble(m));
            g.setDouble(r, reset);
            g.setDouble(z, keep);
            g.setDouble(m, value);
            state.setDouble(at, value + keep * (old.getDouble(at) - value));
        }
        return true;
    }

    @Override
    public boolean gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden) {
        Elements g = Elements.of(gates), w = Elements.of(hidden), old = Elements.of(before);
        Elements dstate = Elements.of(dh), dg = Elements.of(dgates), dw = Elements.of(dhidden);
        int size = dh.shape().get(1);
        for (long at = 0; at < dstate.count; at++) {
            long r = at / size * 3 * size + at % size, z = r + size, m = z + size;
            double reset = g.getDouble(r), keep = g.getDouble(z), value = g.getDouble(m), dy = dstate.getDouble(at);
            double dm = dy * (1 - keep) * (1 - value * value);
            double dr = dm * w.getDouble(m) * reset * (1 - reset);
            double dz = dy * (old.getDouble(at) - value) * keep * (1 - keep);
            dg.setDouble(r, dr);
            dw.setDouble(r, dr);
            dg.setDouble(z, dz);
            dw.setDouble(z, dz);
            dg.setDouble(m, dm);
            dw.setDouble(m, dm * reset);
            dstate.setDouble(at, dy * keep);
        }
        return true;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
