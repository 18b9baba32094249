package flambeau.array;

/**
 * The limits of an integer type.
 *
 * @param bits the size of a number
 * @param min the smallest number
 * @param max the largest number
 */
public record IInfo(int bits, long min, long max) {
    static IInfo of(DType dtype) {
        if (dtype.category() != DType.Category.INTEGER)
            throw new IllegalArgumentException("iinfo: the dtype must be an integer type, got " + dtype);
        int bits = 8 * dtype.bytes();
        if (dtype == DType.UINT8) return new IInfo(bits, 0, 255);
        return new IInfo(bits, Long.MIN_VALUE >> 64 - bits, Long.MAX_VALUE >> 64 - bits);
    }
}
