package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Taps;
import flambeau.kernel.Parallel;
import flambeau.kernel.Resampling;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Sums of lines of float32 and float64: line by line, or, where lines lie beside each other, a row of columns at a time. */
final class TileResampling implements Resampling {
    private static final int CHUNK = 1 << 14; // elements a thread takes at a time
    private static final int WIDTH = 1024; // columns at a time

    @Override
    public boolean resample(Array x, int dim, Taps taps, Array y) {
        if (x.dtype() != DType.FLOAT32 && x.dtype() != DType.FLOAT64) return false;
        long inner = 1;
        for (int d = dim + 1; d < y.shape().rank(); d++) inner *= y.shape().get(d);
        long lines = y.count() / inner / taps.outputs();
        int longest = Math.max(taps.inputs(), taps.outputs());
        boolean wide = x.dtype() == DType.FLOAT64;
        long from = x.address(), to = y.address();
        if (inner == 1)
            Parallel.forRange(lines, Math.max(CHUNK / longest, 1), (low, high) -> {
                if (wide) lines(taps, from, to, low, high);
                else floatLines(taps, from, to, low, high);
            });
        else {
            long columns = inner, blocks = (inner + WIDTH - 1) / WIDTH;
            long each = Math.min(inner, WIDTH);
            Parallel.forRange(lines * taps.outputs() * blocks, Math.max(CHUNK / each, 1), (low, high) -> {
                if (wide) rows(taps, from, to, columns, low, high);
                else floatRows(taps, from, to, columns, low, high);
            });
        }
        return true;
    }

    private static void floatLines(Taps taps, long x, long y, long low, long high) {
        int n = taps.inputs(), m = taps.outputs();
        int[] first = taps.first(), place = taps.place();
        var weight = floats(taps.weight());
        float[] in = new float[n], out = new float[m];
        for (long i = low; i < high; i++) {
            Floats.load(x + 4 * i * n, in, 0, n);
            for (int o = 0; o < m; o++) {
                float sum = 0;
                for (int k = first[o]; k < first[o + 1]; k++) sum += weight[k] * in[place[k]];
                out[o] = sum;
            }
            Floats.store(out, 0, y + 4 * i * m, m);
        }
    }

    private static void lines(Taps taps, long x, long y, long low, long high) {
        int n = taps.inputs(), m = taps.outputs();
        int[] first = taps.first(), place = taps.place();
        var weight = taps.weight();
        double[] in = new double[n], out = new double[m];
        for (long i = low; i < high; i++) {
            MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, x + 8 * i * n, in, 0, n);
            for (int o = 0; o < m; o++) {
                double sum = 0;
                for (int k = first[o]; k < first[o + 1]; k++) sum += weight[k] * in[place[k]];
                out[o] = sum;
            }
            MemorySegment.copy(out, 0, ALL, ValueLayout.JAVA_DOUBLE, y + 8 * i * m, m);
        }
    }

    /** Stretches number low to high of the rows of y, each of which has {@code inner} columns. */
    private static void floatRows(Taps taps, long x, long y, long inner, long low, long high) {
        int n = taps.inputs(), m = taps.outputs();
        var weight = floats(taps.weight());
        float[] sum = new float[WIDTH], in = new float[WIDTH];
        long blocks = (inner + WIDTH - 1) / WIDTH;
        for (long i = low; i < high; i++) {
            long row = i / blocks, column = i % blocks * WIDTH;
            int width = (int) Math.min(WIDTH, inner - column), o = (int) (row % m);
            long line = row / m * n;
            Arrays.fill(sum, 0, width, 0);
            for (int k = taps.first()[o]; k < taps.first()[o + 1]; k++) {
                Floats.load(x + 4 * ((line + taps.place()[k]) * inner + column), in, 0, width);
                float w = weight[k];
                for (int j = 0; j < width; j++) sum[j] += w * in[j];
            }
            Floats.store(sum, 0, y + 4 * (row * inner + column), width);
        }
    }

    private static void rows(Taps taps, long x, long y, long inner, long low, long high) {
        int n = taps.inputs(), m = taps.outputs();
        double[] sum = new double[WIDTH], in = new double[WIDTH];
        long blocks = (inner + WIDTH - 1) / WIDTH;
        for (long i = low; i < high; i++) {
            long row = i / blocks, column = i % blocks * WIDTH;
            int width = (int) Math.min(WIDTH, inner - column), o = (int) (row % m);
            long line = row / m * n;
            Arrays.fill(sum, 0, width, 0);
            for (int k = taps.first()[o]; k < taps.first()[o + 1]; k++) {
                long at = x + 8 * ((line + taps.place()[k]) * inner + column);
                MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, at, in, 0, width);
                double w = taps.weight()[k];
                for (int j = 0; j < width; j++) sum[j] += w * in[j];
            }
            MemorySegment.copy(sum, 0, ALL, ValueLayout.JAVA_DOUBLE, y + 8 * (row * inner + column), width);
        }
    }

    private static float[] floats(double[] values) {
        var all = new float[values.length];
        for (int i = 0; i < all.length; i++) all[i] = (float) values[i];
        return all;
    }
}
