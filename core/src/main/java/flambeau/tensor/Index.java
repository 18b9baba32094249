package flambeau.tensor;

/**
 * One entry of an index: {@code x.get(all(), at(0), slice(2, 5))}. Made by {@link Tensors#at(int)}, {@link Tensors#slice(int, int)},
 * {@link Tensors#all}, {@link Tensors#ellipsis} and {@link Tensors#newAxis}; or a tensor: a mask, or places.
 */
public sealed interface Index permits Index.At, Index.Slice, Index.Truth, Index.NewAxis, Index.Ellipsis, Tensor {
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

    /**
     * A new dimension: of size 1 if {@code value}, else of size 0. With tensors in the index it takes part in their broadcasting.
     *
     * @param value whether there is anything
     */
    record Truth(boolean value) implements Index {}

    /** A new dimension of size 1. */
    record NewAxis() implements Index {}

    /** All places of as many dimensions as the index does not name. */
    record Ellipsis() implements Index {}
}
