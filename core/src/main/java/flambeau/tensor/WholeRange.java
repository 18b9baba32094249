package flambeau.tensor;

import flambeau.array.DType;
import flambeau.array.Element;

/**
 * The whole numbers {@code low, low + 1, ..}, of which {@code size} are drawn from, as PyTorch chooses them for a dtype.
 *
 * @param low the first
 * @param size their number, unsigned; 0 stands for all 2^64
 */
record WholeRange(long low, long size) {
    private static final long SMALL = 1L << 28; // from this size on PyTorch draws 64 bits

    /** The numbers in [from, to); of a floating type whose neighbours lie apart, those that stay inside when rounded. */
    static WholeRange of(String op, DType dtype, long from, long to) {
        Check.that(from < to, "%s: the range [%d, %d) is empty", op, from, to);
        check(op, dtype, from, to - 1);
        if (!dtype.isFloatingPoint()) return new WholeRange(from, to - from);
        long low = inside(dtype, from), high = to;
        long last = held(dtype, to - 1);
        if (last >= to) high = last - gap(dtype, to - 1);
        Check.that(low < high, "%s: %s holds no number in [%d, %d)", op, dtype, from, to);
        return new WholeRange(low, high - low);
    }

    /** The numbers from {@code from} to the largest that the dtype holds, or up to which it holds all. */
    static WholeRange from(String op, DType dtype, long from) {
        if (from == Long.MIN_VALUE) {
            Check.that(
                    dtype == DType.INT64 || dtype == DType.FLOAT64 || dtype == DType.FLOAT32 || dtype == DType.BFLOAT16,
                    "%s: from (%d) is out of the range of %s",
                    op,
                    from,
                    dtype);
            return new WholeRange(from, 0);
        }
        long last = dtype.isFloatingPoint() ? 1L << digits(dtype) : most(dtype);
        long low = dtype.isFloatingPoint() ? inside(dtype, from) : from;
        Check.that(low <= last, "%s: from (%d) is above %d, the last number for %s", op, from, last, dtype);
        check(op, dtype, from, last);
        return new WholeRange(low, last - low + 1);
    }

    long draw(Generator g) {
        if (size == 0) return g.next64();
        boolean small = Long.compareUnsigned(size, SMALL) < 0;
        return low + (small ? g.unsigned32() % size : Long.remainderUnsigned(g.next64(), size));
    }

    private static void check(String op, DType dtype, long first, long last) {
        if (dtype.isFloatingPoint() && dtype != DType.FLOAT16) return; // holds the size of any long
        long most = dtype == DType.FLOAT16 ? 65504 : most(dtype);
        long least = dtype == DType.FLOAT16 ? -most : dtype == DType.BOOL || dtype == DType.UINT8 ? 0 : ~most;
        Check.that(
                first >= least && last <= most,
                "%s: [%d, %d] must lie in [%d, %d], the range of %s",
                op,
                first,
                last,
                least,
                most,
                dtype);
    }

    /** The largest whole number of an integer type. */
    static long most(DType dtype) {
        return switch (dtype) {
            case BOOL -> 1;
            case UINT8 -> 255;
            default -> Long.MAX_VALUE >>> 64 - 8 * dtype.bytes();
        };
    }

    /** The bits of the significand, with the leading one. */
    static int digits(DType dtype) {
        return switch (dtype) {
            case FLOAT64 -> 53;
            case FLOAT16 -> 11;
            case BFLOAT16 -> 8;
            default -> 24;
        };
    }

    private static long inside(DType dtype, long from) {
        long next = held(dtype, from + 1);
        return next < from ? next + gap(dtype, from + 1) : from;
    }

    private static long held(DType dtype, long value) {
        return dtype == DType.FLOAT64 ? (long) (double) value : (long) Element.rounded(dtype, (float) value);
    }

    /** The distance between the numbers of a floating type around {@code value}. */
    private static long gap(DType dtype, long value) {
        int exponent = 63 - Long.numberOfLeadingZeros(Math.abs(value));
        return 1L << exponent - digits(dtype) + 1;
    }
}
