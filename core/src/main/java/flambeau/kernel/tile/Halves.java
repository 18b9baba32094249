package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Between float16 or bfloat16 in memory and tiles of float; rounds to nearest, ties to even. */
final class Halves {
    private static final int INFINITY = 0x7f800000;
    private static final int NAN = 0x7fc0;

    private final short[] shorts = new short[Tiles.SIZE];
    private final int[] bits = new int[Tiles.SIZE];

    void load(DType dtype, long from, float[] x, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_SHORT, from, shorts, 0, n);
        if (dtype == DType.FLOAT16) {
            widen(shorts, x, n);
        } else {
            shift(shorts, bits, n);
            Tiles.bits(bits, x, n);
        }
    }

    private static void widen(short[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Float.float16ToFloat(x[i]);
    }

    private static void shift(short[] x, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i]; // in one loop, C2 has no vectors for it
        for (int i = 0; i < n; i++) y[i] <<= 16;
    }

    void store(DType dtype, float[] x, long to, int n) {
        if (dtype == DType.FLOAT16) {
            narrow(x, shorts, n);
        } else {
            Tiles.bits(x, bits, n);
            round(bits, n);
            halve(bits, shorts, n);
        }
        MemorySegment.copy(shorts, 0, ALL, ValueLayout.JAVA_SHORT, to, n);
    }

    private static void narrow(float[] x, short[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Float.floatToFloat16(x[i]);
    }

    private static void round(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            int x = bits[i], isNaN = INFINITY - (x & 0x7fffffff) >> 31;
            bits[i] = x + 0x7fff + (x >>> 16 & 1) >>> 16 & ~isNaN | NAN & isNaN;
        }
    }

    private static void halve(int[] x, short[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (short) x[i];
    }
}
