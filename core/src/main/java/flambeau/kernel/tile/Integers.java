package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.kernel.runs.Floats;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Between integers of up to four bytes, or bools, in memory and tiles of int. */
final class Integers {
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] wide;

    Integers(int size) {
        bytes = new byte[size];
        shorts = new short[size];
        wide = new int[size];
    }

    void load(DType dtype, long from, int[] x, int n) {
        switch (dtype) {
            case INT32 -> Floats.load(from, x, 0, n);
            case INT16 -> {
                MemorySegment.copy(ALL, ValueLayout.JAVA_SHORT, from, shorts, 0, n);
                for (int i = 0; i < n; i++) x[i] = shorts[i];
            }
            case INT8 -> {
                Floats.load(from, bytes, 0, n);
                for (int i = 0; i < n; i++) x[i] = bytes[i];
            }
            default -> { // a bool is stored as 0 or 1
                Floats.load(from, bytes, 0, n);
                for (int i = 0; i < n; i++) x[i] = bytes[i] & 0xff;
            }
        }
    }

    void store(DType dtype, int[] x, long to, int n) {
        switch (dtype) {
            case INT32 -> Floats.store(x, 0, to, n);
            case INT16 -> {
                for (int i = 0; i < n; i++) shorts[i] = (short) x[i];
                MemorySegment.copy(shorts, 0, ALL, ValueLayout.JAVA_SHORT, to, n);
            }
            case BOOL -> {
                truth(x, wide, n);
                bytes(wide, to, n);
            }
            default -> bytes(x, to, n);
        }
    }

    private static void truth(int[] x, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (x[i] | -x[i]) >>> 31;
    }

    private void bytes(int[] x, long to, int n) {
        for (int i = 0; i < n; i++) bytes[i] = (byte) x[i];
        Floats.store(bytes, 0, to, n);
    }
}
