package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.kernel.Counting;
import flambeau.kernel.Parallel;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** Places in sorted sequences, and counts of integers. */
final class TileCounting implements Counting {
    private static final int CHUNK = 1 << 12; // values a thread looks for at a time
    private static final int COUNTED = 1 << 17; // elements that are counted at a time
    private static final int MOST_BINS = 1 << 14; // that are counted by threads for themselves

    @Override
    public boolean search(Array sorted, @Nullable Array sorter, Array values, boolean right, Array index) {
        boolean dense = sorted.layout().isContiguous()
                && values.layout().isContiguous()
                && index.layout().isContiguous();
        if (sorter != null || !dense || values.count() == 0) return false;
        int n = sorted.shape().get(-1);
        long each = sorted.shape().rank() == 1 ? values.count() : values.shape().get(-1);
        long a = sorted.address(), v = values.address(), y = index.address();
        int size = sorted.dtype().bytes(), bytes = index.dtype().bytes();
        switch (sorted.dtype()) {
            case FLOAT32, FLOAT64, INT32, INT64 ->
                Parallel.forRange(values.count(), CHUNK, (low, high) -> {
                    for (long i = low; i < high; i++) {
                        long row = a + i / each * n * size;
                        int place = place(sorted.dtype(), row, n, v + i * size, right);
                        if (bytes == 8) ALL.set(ValueLayout.JAVA_LONG, y + 8 * i, place);
                        else ALL.set(ValueLayout.JAVA_INT, y + 4 * i, place);
                    }
                });
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The place of v among n elements. Each step halves them whatever it finds, so that there is no branch to predict. */
    private static int place(DType dtype, long x, int n, long v, boolean right) {
        if (dtype == DType.INT64) return place(x, n, ALL.get(ValueLayout.JAVA_LONG, v), right);
        double wanted = get(dtype, v);
        int low = 0;
        for (int left = n, half; left > 1; left -= half) {
            half = left >>> 1;
            low = isBehind(get(dtype, x + (long) dtype.bytes() * (low + half - 1)), wanted, right) ? low : low + half;
        }
        return n == 0 || isBehind(get(dtype, x + (long) dtype.bytes() * low), wanted, right) ? low : low + 1;
    }

    private static double get(DType dtype, long at) {
        return switch (dtype) {
            case FLOAT32 -> ALL.get(ValueLayout.JAVA_FLOAT, at);
            case FLOAT64 -> ALL.get(ValueLayout.JAVA_DOUBLE, at);
            default -> ALL.get(ValueLayout.JAVA_INT, at);
        };
    }

    private static boolean isBehind(double a, double v, boolean right) {
        return right ? a > v : a >= v;
    }

    private static int place(long x, int n, long v, boolean right) {
        int low = 0;
        for (int left = n, half; left > 1; left -= half) {
            half = left >>> 1;
            low = isBehind(ALL.get(ValueLayout.JAVA_LONG, x + 8L * (low + half - 1)), v, right) ? low : low + half;
        }
        return n == 0 || isBehind(ALL.get(ValueLayout.JAVA_LONG, x + 8L * low), v, right) ? low : low + 1;
    }

    private static boolean isBehind(long a, long v, boolean right) {
        return right ? a > v : a >= v;
    }

    @Override
    public boolean bincount(Array x, @Nullable Array weights, Array y) {
        boolean dense = x.layout().isContiguous() && y.layout().isContiguous();
        int bins = Math.toIntExact(y.count());
        if (weights != null || !dense || x.dtype() != DType.INT64 || bins > MOST_BINS) return false;
        long n = x.count(), in = x.address(), out = y.address();
        int chunks = Math.toIntExact(Math.ceilDiv(n, COUNTED));
        var counts = new int[chunks][];
        Parallel.forRange(chunks, 1, (low, high) -> {
            for (long c = low; c < high; c++)
                counts[(int) c] = count(in + 8 * c * COUNTED, (int) Math.min(COUNTED, n - c * COUNTED), bins);
        });
        for (int bin = 0; bin < bins; bin++) {
            long sum = ALL.get(ValueLayout.JAVA_LONG, out + 8L * bin);
            for (int[] some : counts) sum += some[bin];
            ALL.set(ValueLayout.JAVA_LONG, out + 8L * bin, sum);
        }
        return true;
    }

    /** Two counts in turn, so that equal neighbours do not wait for each other. */
    private static int[] count(long x, int n, int bins) {
        int[] even = new int[bins], odd = new int[bins];
        var tile = Tiles.get().longs;
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, x + 8L * i, tile, 0, m);
            for (int j = 0; j < m - 1; j += 2) {
                even[(int) tile[j]]++;
                odd[(int) tile[j + 1]]++;
            }
            if (m % 2 == 1) even[(int) tile[m - 1]]++;
        }
        for (int bin = 0; bin < bins; bin++) even[bin] += odd[bin];
        return even;
    }

    @Override
    public boolean histogram(Array x, double low, double high, Array y) {
        return false;
    }
}
