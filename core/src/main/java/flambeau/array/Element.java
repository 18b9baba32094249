package flambeau.array;

import static flambeau.memory.Native.ALL;

import java.lang.foreign.ValueLayout;

/** One element of any type at an address: how the reference kernels, which favour no type, read and write. */
public final class Element {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private Element() {}

    /** The element at {@code address} as a double; int64 loses what a double cannot hold. */
    public static double getDouble(DType dtype, long address) {
        return switch (dtype) {
            case FLOAT32 -> ALL.get(FLOAT, address);
            case FLOAT64 -> ALL.get(DOUBLE, address);
            case FLOAT16 -> Float.float16ToFloat(ALL.get(SHORT, address));
            case BFLOAT16 -> Float.intBitsToFloat(ALL.get(SHORT, address) << 16);
            default -> getLong(dtype, address);
        };
    }

    /** The element at {@code address} as a long: floating numbers are truncated towards zero. */
    public static long getLong(DType dtype, long address) {
        return switch (dtype) {
            case BOOL -> ALL.get(ValueLayout.JAVA_BYTE, address) != 0 ? 1 : 0;
            case UINT8 -> ALL.get(ValueLayout.JAVA_BYTE, address) & 0xff;
            case INT8 -> ALL.get(ValueLayout.JAVA_BYTE, address);
            case INT16 -> ALL.get(SHORT, address);
            case INT32 -> ALL.get(INT, address);
            case INT64 -> ALL.get(LONG, address);
            default -> (long) getDouble(dtype, address);
        };
    }

    /** Writes {@code value}, rounded to the type; integers wrap as C's do, a bool is {@code value != 0}. */
    public static void setDouble(DType dtype, long address, double value) {
        switch (dtype) {
            case FLOAT32 -> ALL.set(FLOAT, address, (float) value);
            case FLOAT64 -> ALL.set(DOUBLE, address, value);
            case FLOAT16 -> ALL.set(SHORT, address, Float.floatToFloat16((float) value));
            case BFLOAT16 -> ALL.set(SHORT, address, toBfloat16((float) value));
            case BOOL -> ALL.set(ValueLayout.JAVA_BYTE, address, (byte) (value != 0 ? 1 : 0));
            default -> setLong(dtype, address, (long) value);
        }
    }

    /** Writes {@code value}; narrower integers wrap, a bool is {@code value != 0}. */
    public static void setLong(DType dtype, long address, long value) {
        switch (dtype) {
            case BOOL -> ALL.set(ValueLayout.JAVA_BYTE, address, (byte) (value != 0 ? 1 : 0));
            case UINT8, INT8 -> ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
            case INT16 -> ALL.set(SHORT, address, (short) value);
            case INT32 -> ALL.set(INT, address, (int) value);
            case INT64 -> ALL.set(LONG, address, value);
            case FLOAT64 -> ALL.set(DOUBLE, address, value);
            default -> setDouble(dtype, address, (float) value); // rounded once, and not to a double first
        }
    }

    /** {@code value} as a floating type holds it. */
    public static double rounded(DType dtype, double value) {
        return switch (dtype) {
            case FLOAT32 -> (float) value;
            case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
            case BFLOAT16 -> Float.intBitsToFloat(toBfloat16((float) value) << 16);
            default -> value;
        };
    }

    /** Rounds to nearest, ties to even, as PyTorch does; NaN stays NaN. */
    private static short toBfloat16(float value) {
        if (Float.isNaN(value)) return 0x7fc0;
        int bits = Float.floatToRawIntBits(value);
        return (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
    }
}
