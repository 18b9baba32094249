package flambeau.tensor;

/**
 * One entry of an index: {@code x.get(all(), at(0), slice(2, 5))}. Made by {@link Tensors#at}, {@link Tensors#slice}, {@link
 * Tensors#all}, {@link Tensors#ellipsis} and {@link Tensors#newAxis}.
 */
public sealed interface Index {
    /**
     * One place of a dimension, which goes.
     *
     * @param index the place; negative ones count from the end
     */
    record At(int index) implements Index {}

    /**
     * Places of a dimension, as Python's slice.
     *
     * @param start the first place
     * @param stop the place behind the last
     * @param step the distance between places, at least 1
     */
    record Slice(int start, int stop, int step) implements Index {
        boolean isAll() {
            return start == 0 && stop == Integer.MAX_VALUE && step == 1;
        }
    }

    /** A new dimension of size 1. */
    record NewAxis() implements Index {}

    /** All places of as many dimensions as the index does not name. */
    record Ellipsis() implements Index {}

    /** {@code index} counted from the front of a dimension of size {@code size}. */
    static int resolve(String op, int index, int size, int dim) {
        if (index < -size || index >= size)
            throw new IndexOutOfBoundsException(
                    "%s: index %d is out of bounds for dimension %d of size %d".formatted(op, index, dim, size));
        return index < 0 ? index + size : index;
    }
}
