package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;
import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** float64. */
final class DoubleRegisters extends Registers {
    /** Those of each thread. */
    static final ThreadLocal<DoubleRegisters> OWN = ThreadLocal.withInitial(DoubleRegisters::new);

    private final double[][] tiles = new double[COUNT][SIZE];

    @Override
    void load(DType dtype, long from, int x, int count) {
        n = Carrier.padded(count);
        MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, from, tiles[x], 0, count);
    }

    @Override
    void store(DType dtype, int x, long to, int count) {
        MemorySegment.copy(tiles[x], 0, ALL, ValueLayout.JAVA_DOUBLE, to, count);
    }

    @Override
    void copy(int x, int y) {
        System.arraycopy(tiles[x], 0, tiles[y], 0, n);
    }

    @Override
    void abs(int x, int y) {
        double[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] = Math.abs(from[i]);
    }

    @Override
    void scale(double a, int x) {
        var to = tiles[x];
        double k = a;
        for (int i = 0; i < n; i++) to[i] *= k;
    }

    @Override
    void add(double a, int x) {
        var to = tiles[x];
        double k = a;
        for (int i = 0; i < n; i++) to[i] += k;
    }

    @Override
    void linear(double a, int x, double b, int y) {
        double[] from = tiles[x], to = tiles[y];
        double k = a, l = b;
        for (int i = 0; i < n; i++) to[i] = fma(k, from[i], l * to[i]);
    }

    @Override
    void square(double a, int x, double b, int y) {
        double[] from = tiles[x], to = tiles[y];
        double k = a, l = b;
        for (int i = 0; i < n; i++) to[i] = fma(k * from[i], from[i], l * to[i]);
    }

    @Override
    void lerp(double weight, int x, int y) {
        double[] from = tiles[x], to = tiles[y];
        double k = weight;
        if (k < 0.5) for (int i = 0; i < n; i++) to[i] = fma(k, from[i] - to[i], to[i]);
        else for (int i = 0; i < n; i++) to[i] = fma(k - 1, from[i] - to[i], from[i]);
    }

    @Override
    void root(int x, double a, int y) {
        double[] from = tiles[x], to = tiles[y];
        double k = a;
        for (int i = 0; i < n; i++) to[i] = Math.sqrt(from[i]) + k;
    }

    @Override
    void multiply(int x, int y) {
        double[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] *= from[i];
    }

    @Override
    void over(int x, int y) {
        double[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] /= from[i];
    }

    @Override
    void quotient(double a, int x, int y, int z) {
        double[] up = tiles[x], down = tiles[y], to = tiles[z];
        double k = a;
        for (int i = 0; i < n; i++) to[i] += k * up[i] / down[i];
    }

    @Override
    void max(int x, int y) {
        double[] from = tiles[x], to = tiles[y];
        for (int i = 0; i < n; i++) to[i] = Math.max(from[i], to[i]);
    }

    @Override
    void signs(int g, int b, double minus, double plus, double low, double high, int z, int p) {
        double[] now = tiles[g], before = tiles[b], size = tiles[z], to = tiles[p];
        double less = minus, more = plus, min = low, max = high;
        for (int i = 0; i < n; i++) {
            double sign = Math.signum(now[i] * before[i]);
            double factor = sign > 0 ? more : sign < 0 ? less : 1 + sign; // NaN stays
            size[i] = Math.min(Math.max(size[i] * factor, min), max);
            before[i] = sign < 0 ? 0 : now[i];
            to[i] -= size[i] * Math.signum(before[i]);
        }
    }
}
