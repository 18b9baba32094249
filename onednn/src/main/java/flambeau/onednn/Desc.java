package flambeau.onednn;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a float32 operand and the distances between its elements.
 *
 * @param strides one a dimension, in elements; null leaves the memory order to oneDNN
 */
record Desc(long[] dims, long @Nullable [] strides) {
    private static final long[] NONE = {};

    /** An operand whose memory order oneDNN may choose. */
    static Desc any(long... dims) {
        return new Desc(dims, null);
    }

    /** Row-major without gaps. */
    static Desc dense(long... dims) {
        var strides = new long[dims.length];
        long step = 1;
        for (int i = dims.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= dims[i];
        }
        return new Desc(dims, strides);
    }

    /** The same sizes in a memory order that oneDNN may choose. */
    Desc any() {
        return any(dims);
    }

    /** The strides, or nothing where oneDNN may choose: the part of a key that says so. */
    long[] order() {
        return strides == null ? NONE : strides;
    }

    /** Whether these are images [n, c, ..] with the channels fastest and no gaps. */
    boolean isChannelsLast() {
        if (strides == null) return false;
        long step = 1;
        for (int i = 0; i < dims.length; i++) {
            int dim = i == 0 ? 1 : i == dims.length - 1 ? 0 : dims.length - i;
            if (dims[dim] != 1 && strides[dim] != step) return false;
            step *= dims[dim];
        }
        return true;
    }

    /** The first {@code n} images of a batch. */
    Desc batch(long n) {
        if (dims[0] == n) return this;
        var fewer = dims.clone();
        fewer[0] = n;
        return new Desc(fewer, strides);
    }

    /** {@code n} rows of one image [1, c, h, w]. */
    Desc rows(long n) {
        long c = dims[1], w = dims[3];
        var steps = Objects.requireNonNull(strides).clone();
        if (isChannelsLast()) steps[0] = c * n * w;
        return new Desc(new long[] {1, c, n, w}, steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Desc desc && Arrays.equals(dims, desc.dims) && Arrays.equals(strides, desc.strides);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** The sizes, as {@code [64, 3, 32, 32]}. */
    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
