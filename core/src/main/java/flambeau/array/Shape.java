package flambeau.array;

import java.util.Arrays;

/** The sizes of a tensor. A scalar has none; a size may be 0. */
public final class Shape {
    /** The shape of a scalar. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] sizes;
    private final long count;

    private Shape(int[] sizes) {
        this.sizes = sizes;
        long n = 1;
        for (int size : sizes) {
            if (size < 0) throw new IllegalArgumentException("shape: a size must not be negative: " + text(sizes));
            if (Math.multiplyHigh(n, size) != 0 || n * size < 0)
                throw new IllegalArgumentException("shape: too many elements: " + text(sizes));
            n *= size;
        }
        this.count = n;
    }

    /**
     * The shape with these sizes.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public static Shape of(int... sizes) {
        return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
    }

    /** The number of dimensions. */
    public int rank() {
        return sizes.length;
    }

    /** The number of elements. */
    public long count() {
        return count;
    }

    /**
     * The size of dimension {@code dim}; negative ones count from the end.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int get(int dim) {
        int d = dim("size", dim);
        if (sizes.length == 0) throw new IndexOutOfBoundsException("size: a scalar has no dimension " + dim);
        return sizes[d];
    }

    /** The sizes as an array of their own. */
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * {@code dim} counted from the front, for the operation {@code op}.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int dim(String op, int dim) {
        int n = Math.max(sizes.length, 1); // a scalar takes the dimensions -1 and 0, as in PyTorch
        if (dim < -n || dim >= n)
            throw new IndexOutOfBoundsException(
                    "%s: dimension must be in [%d, %d], got %d (shape %s)".formatted(op, -n, n - 1, dim, text()));
        int d = dim < 0 ? dim + n : dim;
        return sizes.length == 0 ? 0 : d;
    }

    /** This shape with dimension {@code dim} of size {@code size}. */
    public Shape with(int dim, int size) {
        var s = sizes.clone();
        s[dim] = size;
        return new Shape(s);
    }

    /** This shape without dimension {@code dim}. */
    public Shape without(int dim) {
        var s = new int[sizes.length - 1];
        System.arraycopy(sizes, 0, s, 0, dim);
        System.arraycopy(sizes, dim + 1, s, dim, s.length - dim);
        return new Shape(s);
    }

    /** This shape with a new dimension of size {@code size} before dimension {@code dim}. */
    public Shape insert(int dim, int size) {
        var s = new int[sizes.length + 1];
        System.arraycopy(sizes, 0, s, 0, dim);
        s[dim] = size;
        System.arraycopy(sizes, dim, s, dim + 1, sizes.length - dim);
        return new Shape(s);
    }

    /**
     * The shape to which {@code a} and {@code b} broadcast, for the operation {@code op}.
     *
     * @throws IllegalArgumentException if they do not
     */
    public static Shape broadcast(String op, Shape a, Shape b) {
        if (a.equals(b)) return a;
        var s = new int[Math.max(a.rank(), b.rank())];
        for (int i = 1; i <= s.length; i++) {
            int x = i > a.rank() ? 1 : a.sizes[a.rank() - i];
            int y = i > b.rank() ? 1 : b.sizes[b.rank() - i];
            if (x != y && x != 1 && y != 1)
                throw new IllegalArgumentException("%s: shapes %s and %s do not broadcast: %d != %d in dimension %d"
                        .formatted(op, a.text(), b.text(), x, y, -i));
            s[s.length - i] = x == 1 ? y : x;
        }
        return new Shape(s);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** The sizes as messages show them: {@code [2, 3]}. */
    public String text() {
        return text(sizes);
    }

    /** PyTorch's text: {@code torch.Size([2, 3])}. */
    @Override
    public String toString() {
        return "torch.Size(" + text() + ")";
    }

    private static String text(int[] sizes) {
        return Arrays.toString(sizes);
    }
}
