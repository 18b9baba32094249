package flambeau.array;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of a shape lie in a storage: element {@code [i, j, ..]} is number
 * {@code offset + i * stride(0) + j * stride(1) + ..}. A view is another layout over the same storage.
 */
public final class Layout {
    private final Shape shape;
    private final long[] strides;
    private final long offset;
    private final boolean contiguous;

    /**
     * The layout of {@code shape} with these strides, in elements.
     *
     * @param strides one a dimension; 0 repeats an element
     * @param offset the element number of {@code [0, 0, ..]}
     */
    public Layout(Shape shape, long[] strides, long offset) {
        this(shape, strides, offset, follows(shape, strides, order(shape.rank())));
    }

    private Layout(Shape shape, long[] strides, long offset, boolean contiguous) {
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
        this.contiguous = contiguous;
    }

    /** Row-major without gaps, the last dimension fastest. */
    public static Layout contiguous(Shape shape) {
        return contiguous(shape, 0);
    }

    private static Layout contiguous(Shape shape, long offset) {
        var strides = new long[shape.rank()];
        long step = 1;
        for (int d = strides.length - 1; d >= 0; d--) {
            strides[d] = step;
            step *= Math.max(shape.get(d), 1);
        }
        return new Layout(shape, strides, offset, true);
    }

    /** The memory order of images, {@code [n, h, w, c]}, for a shape {@code [n, c, h, w]} (or with 1 or 3 space axes). */
    public static Layout channelsLast(Shape shape) {
        var order = channelsLastOrder(shape.rank());
        var strides = new long[order.length];
        long step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            strides[order[i]] = step;
            step *= Math.max(shape.get(order[i]), 1);
        }
        return new Layout(shape, strides, 0);
    }

    private static int[] order(int rank) {
        var order = new int[rank];
        for (int i = 0; i < rank; i++) order[i] = i;
        return order;
    }

    private static int[] channelsLastOrder(int rank) {
        var order = new int[rank];
        for (int i = 1; i < rank - 1; i++) order[i] = i + 1;
        order[rank - 1] = 1;
        return order;
    }

    private static boolean follows(Shape shape, long[] strides, int[] order) {
        if (shape.count() == 0) return true;
        long step = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            int size = shape.get(order[i]);
            if (size == 1) continue;
            if (strides[order[i]] != step) return false;
            step *= size;
        }
        return true;
    }

    /** The sizes. */
    public Shape shape() {
        return shape;
    }

    /** The distance in elements between neighbours along dimension {@code dim}, which is not negative. */
    public long stride(int dim) {
        return strides[dim];
    }

    /** All strides, as an array of their own. */
    public long[] strides() {
        return strides.clone();
    }

    /** The element number of the first element. */
    public long offset() {
        return offset;
    }

    /** Whether this is row-major without gaps. */
    public boolean isContiguous() {
        return contiguous;
    }

    /** Whether this is an image layout with the channels fastest, without gaps. */
    public boolean isChannelsLast() {
        return shape.rank() >= 3 && follows(shape, strides, channelsLastOrder(shape.rank()));
    }

    /** Whether the elements fill one run of memory without gaps or repetition, in whatever order. */
    public boolean isDense() {
        return contiguous || follows(shape, strides, memoryOrder());
    }

    /** The dimensions from the largest stride to the smallest; equal strides keep their order. */
    public int[] memoryOrder() {
        var order = order(shape.rank());
        for (int i = 1; i < order.length; i++) { // insertion sort: few dimensions, nearly sorted
            int dim = order[i], j = i;
            for (; j > 0 && strides[order[j - 1]] < strides[dim]; j--) order[j] = order[j - 1];
            order[j] = dim;
        }
        return order;
    }

    /** A fresh layout of the same shape: in this memory order where it is dense, else contiguous. */
    public Layout fresh() {
        if (contiguous || !isDense()) return contiguous && offset == 0 ? this : contiguous(shape);
        return new Layout(shape, strides, 0);
    }

    /** Dimension {@code i} of the result is dimension {@code dims[i]} of this. */
    public Layout permute(int... dims) {
        var sizes = new int[dims.length];
        var s = new long[dims.length];
        for (int i = 0; i < dims.length; i++) {
            sizes[i] = shape.get(dims[i]);
            s[i] = strides[dims[i]];
        }
        return new Layout(Shape.of(sizes), s, offset);
    }

    /** {@code length} places of dimension {@code dim}, from {@code start}, {@code step} apart. */
    public Layout slice(int dim, int start, int length, int step) {
        var s = strides.clone();
        s[dim] *= step;
        return new Layout(shape.with(dim, length), s, offset + start * strides[dim]);
    }

    /** Place {@code index} of dimension {@code dim}, which goes. */
    public Layout select(int dim, int index) {
        var s = new long[strides.length - 1];
        System.arraycopy(strides, 0, s, 0, dim);
        System.arraycopy(strides, dim + 1, s, dim, s.length - dim);
        return new Layout(shape.without(dim), s, offset + index * strides[dim]);
    }

    /** With a new dimension of size 1 before dimension {@code dim}. */
    public Layout insert(int dim) {
        var s = new long[strides.length + 1];
        System.arraycopy(strides, 0, s, 0, dim);
        s[dim] = dim < strides.length ? shape.get(dim) * strides[dim] : 1;
        System.arraycopy(strides, dim, s, dim + 1, strides.length - dim);
        return new Layout(shape.insert(dim, 1), s, offset);
    }

    /** Repeated to {@code target}, to which this shape broadcasts. */
    public Layout broadcast(Shape target) {
        if (target.equals(shape)) return this;
        var s = new long[target.rank()];
        int missing = target.rank() - shape.rank();
        for (int i = 0; i < shape.rank(); i++) {
            boolean repeated = shape.get(i) == 1 && target.get(i + missing) != 1;
            s[i + missing] = repeated ? 0 : strides[i];
        }
        return new Layout(target, s, offset);
    }

    /** The same elements in row-major order under another shape, or null where no strides can say that. */
    public @Nullable Layout view(Shape target) {
        if (contiguous || shape.count() == 0) return contiguous(target, offset);
        var s = new long[target.rank()];
        int t = target.rank() - 1;
        long step = strides[shape.rank() - 1];
        long chunk = 1; // elements of this run of dimensions that can be seen as one
        for (int i = shape.rank() - 1; i >= 0; i--) {
            chunk *= shape.get(i);
            boolean ends = i == 0 || shape.get(i - 1) != 1 && strides[i - 1] != chunk * step;
            if (!ends) continue;
            long done = 1;
            while (t >= 0 && (done < chunk || target.get(t) == 1)) {
                s[t] = done * step;
                done *= target.get(t--);
            }
            if (done != chunk) return null;
            if (i > 0) {
                step = strides[i - 1];
                chunk = 1;
            }
        }
        return t == -1 ? new Layout(target, s, offset) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout l
                && offset == l.offset
                && shape.equals(l.shape)
                && Arrays.equals(strides, l.strides);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(strides);
    }

    /** Shape, strides and offset, as {@code [2, 3] strides [3, 1] offset 0}. */
    @Override
    public String toString() {
        return "%s strides %s offset %d".formatted(shape.text(), Arrays.toString(strides), offset);
    }
}
