package flambeau.array;

/**
 * The limits of a floating type.
 *
 * @param bits the size of a number
 * @param eps the distance of 1 to the next larger number
 * @param max the largest number
 * @param min the smallest number, which is {@code -max}
 * @param tiny the same as smallestNormal
 * @param smallestNormal the smallest positive number of full precision
 * @param resolution the decimal precision, as {@code 1e-6}
 */
public record FInfo(
        int bits, double eps, double max, double min, double tiny, double smallestNormal, double resolution) {
    static FInfo of(DType dtype) {
        return switch (dtype) {
            case FLOAT16 -> of(16, 0x1p-10, 65504, 0x1p-14, 1e-3);
            case BFLOAT16 -> of(16, 0x1p-7, 0x1.fep127, 0x1p-126, 1e-2);
            case FLOAT32 -> of(32, 0x1p-23, Float.MAX_VALUE, 0x1p-126, 1e-6);
            case FLOAT64 -> of(64, 0x1p-52, Double.MAX_VALUE, 0x1p-1022, 1e-15);
            default -> throw new IllegalArgumentException("finfo: the dtype must be floating, got " + dtype);
        };
    }

    private static FInfo of(int bits, double eps, double max, double tiny, double resolution) {
        return new FInfo(bits, eps, max, -max, tiny, tiny, resolution);
    }
}
