package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.kernel.Parallel;
import flambeau.kernel.runs.Flat;
import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Strided;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Copies between types: by way of float between those of at most 32 bits that are floating, of long from int64, else of double, which
 * holds every value of the others.
 */
final class Cast {
    private static final int CHUNK = 1 << 15;

    private Cast() {}

    static boolean copy(Array x, Array y) {
        DType from = x.dtype(), to = y.dtype();
        if (Flat.isSame(x, y)) {
            long in = x.address(), out = y.address();
            Parallel.forRange(
                    y.count(),
                    CHUNK,
                    (low, high) ->
                            run(from, in + low * from.bytes(), 1, to, out + low * to.bytes(), (int) (high - low)));
        } else {
            Strided.run((at, step, n) -> run(from, at[1], step[1], to, at[0], n), y, x);
        }
        return true;
    }

    static void run(DType from, long x, int step, DType to, long y, int n) {
        var tiles = Tiles.get();
        var floats = isFloat(from) && isFloat(to) ? Carriers.of(from) : null;
        for (int i = 0; i < n; i += Tiles.SIZE) {
            int m = Math.min(Tiles.SIZE, n - i);
            long in = x + (long) i * step * from.bytes(), out = y + (long) i * to.bytes();
            if (floats != null) {
                floats.load(from, in, 0, step == 0 ? 1 : m);
                if (step == 0) floats.repeat(0, 1, m);
                floats.store(to, 0, out, m);
            } else if (from == DType.INT64) {
                MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, in, tiles.longs, 0, step == 0 ? 1 : m);
                if (step == 0) Arrays.fill(tiles.longs, 0, m, tiles.longs[0]);
                storeLongs(tiles, to, out, m);
            } else {
                loadDoubles(tiles, from, in, step == 0 ? 1 : m);
                if (step == 0) Arrays.fill(tiles.doubles, 0, m, tiles.doubles[0]);
                storeDoubles(tiles, to, out, m);
            }
        }
    }

    /** Whether floats hold every value. */
    private static boolean isFloat(DType dtype) {
        return dtype.isFloatingPoint() && dtype != DType.FLOAT64;
    }

    private static void loadDoubles(Tiles tiles, DType from, long x, int n) {
        var y = tiles.doubles;
        switch (from) {
            case FLOAT32 -> {
                Floats.load(x, tiles.a, 0, n);
                for (int i = 0; i < n; i++) y[i] = tiles.a[i];
            }
            case FLOAT64 -> MemorySegment.copy(ALL, ValueLayout.JAVA_DOUBLE, x, y, 0, n);
            case INT32 -> {
                Floats.load(x, tiles.ints, 0, n);
                for (int i = 0; i < n; i++) y[i] = tiles.ints[i];
            }
            case UINT8, BOOL -> { // a bool is stored as 0 or 1
                Floats.load(x, tiles.bytes, 0, n);
                for (int i = 0; i < n; i++) y[i] = tiles.bytes[i] & 0xff;
            }
            default -> {
                for (int i = 0; i < n; i++) y[i] = Element.getDouble(from, x + (long) i * from.bytes());
            }
        }
    }

    private static void storeDoubles(Tiles tiles, DType to, long y, int n) {
        var x = tiles.doubles;
        switch (to) {
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) tiles.a[i] = (float) x[i];
                Floats.store(tiles.a, 0, y, n);
            }
            case FLOAT64 -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_DOUBLE, y, n);
            case BOOL -> {
                for (int i = 0; i < n; i++) tiles.bytes[i] = (byte) (x[i] != 0 ? 1 : 0);
                Floats.store(tiles.bytes, 0, y, n);
            }
            case FLOAT16, BFLOAT16 -> {
                for (int i = 0; i < n; i++) Element.setDouble(to, y + 2L * i, x[i]);
            }
            default -> {
                for (int i = 0; i < n; i++) tiles.longs[i] = (long) x[i];
                storeLongs(tiles, to, y, n);
            }
        }
    }

    private static void storeLongs(Tiles tiles, DType to, long y, int n) {
        var x = tiles.longs;
        switch (to) {
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) tiles.a[i] = (float) x[i];
                Floats.store(tiles.a, 0, y, n);
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) tiles.doubles[i] = (double) x[i];
                MemorySegment.copy(tiles.doubles, 0, ALL, ValueLayout.JAVA_DOUBLE, y, n);
            }
            case INT64 -> MemorySegment.copy(x, 0, ALL, ValueLayout.JAVA_LONG, y, n);
            case INT32 -> {
                for (int i = 0; i < n; i++) tiles.ints[i] = (int) x[i];
                Floats.store(tiles.ints, 0, y, n);
            }
            case UINT8, INT8 -> {
                for (int i = 0; i < n; i++) tiles.bytes[i] = (byte) x[i];
                Floats.store(tiles.bytes, 0, y, n);
            }
            case BOOL -> {
                for (int i = 0; i < n; i++) tiles.bytes[i] = (byte) (x[i] != 0 ? 1 : 0);
                Floats.store(tiles.bytes, 0, y, n);
            }
            default -> {
                for (int i = 0; i < n; i++) Element.setLong(to, y + (long) i * to.bytes(), x[i]);
            }
        }
    }
}
