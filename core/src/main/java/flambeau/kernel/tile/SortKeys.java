package flambeau.kernel.tile;

import static flambeau.memory.Native.ALL;

import flambeau.array.DType;
import flambeau.array.Element;
import java.lang.foreign.ValueLayout;

/**
 * Elements as whole numbers of the same order: NaN, whatever its bits, is the largest, 0 and -0 are one number. Those of all types
 * but the two of eight bytes fit into 32 bits.
 */
final class SortKeys {
    static final long NAN = 0x7fffffffffffffffL;
    static final int NAN32 = 0x7fffffff;

    private SortKeys() {}

    /** Whether keys fit into 32 bits. */
    static boolean isNarrow(DType dtype) {
        return dtype.bytes() < 8;
    }

    /** The largest key of a number, NaN being above. */
    static long nan(DType dtype) {
        return isNarrow(dtype) ? NAN32 : NAN;
    }

    /** The keys of {@code n} elements that are {@code step} bytes apart. */
    static void load(DType dtype, long from, long step, long[] keys, int n) {
        switch (dtype) {
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) keys[i] = key(ALL.get(ValueLayout.JAVA_FLOAT, from + i * step));
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) keys[i] = key(ALL.get(ValueLayout.JAVA_DOUBLE, from + i * step));
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) keys[i] = ALL.get(ValueLayout.JAVA_INT, from + i * step);
            }
            case INT64 -> {
                for (int i = 0; i < n; i++) keys[i] = ALL.get(ValueLayout.JAVA_LONG, from + i * step);
            }
            case FLOAT16, BFLOAT16 -> {
                for (int i = 0; i < n; i++) keys[i] = key((float) Element.getDouble(dtype, from + i * step));
            }
            default -> {
                for (int i = 0; i < n; i++) keys[i] = Element.getLong(dtype, from + i * step);
            }
        }
    }

    static int key(float value) {
        if (Float.isNaN(value)) return NAN32;
        int bits = Float.floatToRawIntBits(value + 0f); // -0 + 0 is 0
        return bits ^ (bits >> 31 & 0x7fffffff);
    }

    static long key(double value) {
        if (Double.isNaN(value)) return NAN;
        long bits = Double.doubleToRawLongBits(value + 0d);
        return bits ^ (bits >> 63 & 0x7fffffffffffffffL);
    }

    /** The float32 whose key this is; of NaN and of 0 only one of several. */
    static float toFloat(int key) {
        return Float.intBitsToFloat(key ^ (key >> 31 & 0x7fffffff));
    }
}
