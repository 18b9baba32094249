package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.array.DType;
import flambeau.kernel.runs.Floats;

/** float32, and the half types converted to it. */
final class FloatRegisters extends Registers {
    /** Those of each thread. */
    static final ThreadLocal<FloatRegisters> OWN = ThreadLocal.withInitial(FloatRegisters::new);

    private final float[][] tiles = new float[COUNT][SIZE];
    private final Halves halves = new Halves();

    @Override
    void load(DType dtype, long from, int x, int count) {
        n = Carrier.padded(count);
        if (dtype == DType.FLOAT32) Floats.load(from, tiles[x], 0, count);
        else halves.load(dtype, from, tiles[x], count);
    }

    @Override
    void store(DType dtype, int x, long to, int count) {
        if (dtype == DType.FLOAT32) Floats.store(tiles[x], 0, to, count);
        else halves.store(dtype, tiles[x], to, count);
    }

    @Override
    void copy(int x, int y) {
        System.arraycopy(tiles[x], 0, tiles[y], 0, n);
    }

    @Override
    void abs(int x, int y) {
        float[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] = Math.abs(from[i]);
    }

    @Override
    void scale(double a, int x) {
        var to = tiles[x];
        float k = (float) a;
        for (int i = 0; i < n; i++) to[i] *= k;
    }

    @Override
    void add(double a, int x) {
        var to = tiles[x];
        float k = (float) a;
        for (int i = 0; i < n; i++) to[i] += k;
    }

    @Override
    void linear(double a, int x, double b, int y) {
        float[] from = tiles[x], to = tiles[y];
        float k = (float) a, l = (float) b;
        for (int i = 0; i < n; i++) to[i] = fma(k, from[i], l * to[i]);
    }

    @Override
    void square(double a, int x, double b, int y) {
        float[] from = tiles[x], to = tiles[y];
        float k = (float) a, l = (float) b;
        for (int i = 0; i < n; i++) to[i] = fma(k * from[i], from[i], l * to[i]);
    }

    @Override
    void lerp(double weight, int x, int y) {
        float[] from = tiles[x], to = tiles[y];
        float k = (float) weight;
        if (k < 0.5f) for (int i = 0; i < n; i++) to[i] = fma(k, from[i] - to[i], to[i]);
        else for (int i = 0; i < n; i++) to[i] = fma(k - 1, from[i] - to[i], from[i]);
    }

    @Override
    void root(int x, double a, int y) {
        float[] from = tiles[x], to = tiles[y];
        float k = (float) a;
        for (int i = 0; i < n; i++) to[i] = (float) Math.sqrt(from[i]) + k;
    }

    @Override
    void multiply(int x, int y) {
        float[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] *= from[i];
    }

    @Override
    void over(int x, int y) {
        float[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] /= from[i];
    }

    @Override
    void quotient(double a, int x, int y, int z) {
        float[] up = tiles[x], down = tiles[y], to = tiles[z];
        float k = (float) a;
        for (int i = 0; i < n; i++) to[i] += k * up[i] / down[i];
    }

    @Override
    void max(int x, int y) {
        float[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] = Math.max(from[i], to[i]);
    }

    @Override
    void signs(int g, int b, double minus, double plus, double low, double high, int z, int p) {
        float[] now = tiles[g], before = tiles[b], size = tiles[z], to = tiles[p];
        float less = (float) minus, more = (float) plus, min = (float) low, max = (float) high;
        for (int i = 0; i < n; i++) {
            float sign = Math.signum(now[i] * before[i]);
            float factor = sign > 0 ? more : sign < 0 ? less : 1 + sign; // NaN stays
            size[i] = Math.min(Math.max(size[i] * factor, min), max);
            before[i] = sign < 0 ? 0 : now[i];
            to[i] -= size[i] * Math.signum(before[i]);
        }
    }
}
