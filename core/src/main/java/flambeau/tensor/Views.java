package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Other shapes of the same memory. A view shares its elements with the tensor that it was taken from. */
abstract sealed class Views extends Sorting permits Indexing {
    Views() {}

    /**
     * The same elements in the same order under another shape, sharing memory.
     *
     * @param sizes the sizes; one may be -1 and is found from the others
     * @throws IllegalArgumentException if the counts differ, or the strides do not allow a view (use reshape)
     */
    public Tensor view(int... sizes) {
        var target = resolve("view", sizes);
        var layout = self().relayForView().layout().view(target);
        if (layout == null)
            throw new IllegalArgumentException(
                    "view: %s with strides %s cannot be seen as %s without a copy, use reshape"
                            .formatted(self().shape().text(), Arrays.toString(self().stride()), target.text()));
        return seen("View", layout, dy -> dy.reshape(self().shape()));
    }

    /** Like {@link #view(int...)}. */
    public Tensor view(Shape shape) {
        return view(shape.sizes());
    }

    /** The shape of {@code other}, sharing memory. */
    public Tensor viewAs(Tensor other) {
        return view(other.shape());
    }

    /**
     * The same elements in the same order under another shape: a view where strides allow it, else a copy.
     *
     * @param sizes the sizes; one may be -1 and is found from the others
     */
    public Tensor reshape(int... sizes) {
        var target = resolve("reshape", sizes);
        var layout = self().raw().layout().view(target);
        if (layout != null) return seen("View", layout, dy -> dy.reshape(self().shape()));
        var y = Array.empty(self().shape(), self().dtype());
        Kernels.copy(self().array(), y);
        return Op.of("UnsafeView", new Tensor(y.as(Layout.contiguous(target))))
                .wrt(self(), dy -> dy.reshape(self().shape()))
                .result();
    }

    /** A result that nobody else has seen, under another shape: not a view, so that it can be changed in place. */
    Tensor reshaped(String name, int variant, Shape target) {
        var y = new Tensor(self().raw().as(Layout.contiguous(target)));
        return Op.of(name, variant, y)
                .wrt(self(), dy -> dy.reshape(self().shape()))
                .result();
    }

    /** Like {@link #reshape(int...)}. */
    public Tensor reshape(Shape shape) {
        return reshape(shape.sizes());
    }

    private Shape resolve(String op, int[] sizes) {
        var s = sizes.clone();
        int unknown = -1;
        long known = 1; // overflows where it fits no tensor
        for (int d = 0; d < s.length; d++) {
            Check.that(s[d] >= -1, "%s: a size must be at least -1, got %d", op, s[d]);
            if (s[d] != -1) {
                known = Math.multiplyHigh(known, s[d]) == 0 ? known * s[d] : -1;
                continue;
            }
            Check.that(unknown < 0, "%s: only one size can be -1, got %s", op, Arrays.toString(sizes));
            unknown = d;
        }
        long n = self().count();
        boolean fits = unknown < 0 ? known == n : known > 0 && n % known == 0;
        Check.that(fits, "%s: shape %s is invalid for %d elements", op, Arrays.toString(sizes), n);
        if (unknown >= 0) s[unknown] = Math.toIntExact(n / known);
        return Shape.of(s);
    }

    /** This memory under another layout; {@code backward} gives the gradient. */
    private Tensor seen(String name, Layout layout, UnaryOperator<Tensor> backward) {
        return seen(name, 0, layout, backward);
    }

    private Tensor seen(String name, int variant, Layout layout, UnaryOperator<Tensor> backward) {
        var y = self().viewOf(layout);
        return Op.of(name, variant, y).wrt(self(), backward::apply).result();
    }

    /** A view by {@code how}, which does not repeat elements. */
    Tensor part(String name, UnaryOperator<Layout> how) {
        var shape = self().shape();
        return seen(name, how.apply(self().raw().layout()), dy -> embed(name, dy, shape, how));
    }

    /** Zeros of {@code shape}, with {@code dy} where {@code how} looks. */
    private static Tensor embed(String name, Tensor dy, Shape shape, UnaryOperator<Layout> how) {
        var y = Array.empty(shape, dy.dtype());
        y.zero();
        Kernels.copy(dy.array(), y.as(how.apply(y.layout())));
        return Op.of(name + "Backward", new Tensor(y))
                .wrt(dy, g -> g.part(name, how))
                .result();
    }

    /** Dimension {@code i} of the result is dimension {@code dims[i]} of this. */
    public Tensor permute(int... dims) {
        Check.that(
                dims.length == self().dim(),
                "permute: %d dimensions are named, the tensor has %d",
                dims.length,
                self().dim());
        var order = new int[dims.length];
        var inverse = new int[dims.length];
        Arrays.fill(inverse, -1);
        for (int i = 0; i < dims.length; i++) {
            order[i] = self().shape().dim("permute", dims[i]);
            Check.that(inverse[order[i]] < 0, "permute: dimension %d is named twice", order[i]);
            inverse[order[i]] = i;
        }
        return seen("Permute", self().raw().layout().permute(order), dy -> dy.permute(inverse));
    }

    /** With two dimensions swapped. */
    public Tensor transpose(int a, int b) {
        int i = self().shape().dim("transpose", a), j = self().shape().dim("transpose", b);
        if (self().dim() == 0) return self().alias();
        var order = new int[self().dim()];
        for (int d = 0; d < order.length; d++) order[d] = d == i ? j : d == j ? i : d;
        return seen("Transpose", self().raw().layout().permute(order), dy -> dy.transpose(i, j));
    }

    /** The transpose of a matrix; a tensor of fewer dimensions is seen as it is. */
    public Tensor t() {
        Check.that(self().dim() <= 2, "t: takes at most 2 dimensions, got %s", self().shape());
        int[] order = self().dim() < 2 ? IntStream.range(0, self().dim()).toArray() : new int[] {1, 0};
        return seen("T", self().raw().layout().permute(order), Tensor::t);
    }

    /** Without all dimensions of size 1. */
    public Tensor squeeze() {
        var layout = self().raw().layout();
        for (int d = self().dim() - 1; d >= 0; d--) if (self().size(d) == 1) layout = layout.select(d, 0);
        return seen("Squeeze", layout, dy -> dy.reshape(self().shape()));
    }

    /** Without a dimension, if its size is 1. */
    public Tensor squeeze(int along) {
        return squeeze(along, 1);
    }

    Tensor squeeze(int along, int variant) {
        int d = self().shape().dim("squeeze", along);
        var layout = self().raw().layout();
        if (self().dim() == 0 || self().size(d) != 1) return seen("Squeeze", variant, layout, dy -> dy);
        return seen("Squeeze", variant, layout.select(d, 0), dy -> dy.unsqueeze(d));
    }

    /** With a new dimension of size 1 before dimension {@code along}. */
    public Tensor unsqueeze(int along) {
        return unsqueeze(along, 0);
    }

    Tensor unsqueeze(int along, int variant) {
        int n = self().dim();
        if (along < -n - 1 || along > n)
            throw new IndexOutOfBoundsException(
                    "unsqueeze: dimension must be in [%d, %d], got %d".formatted(-n - 1, n, along));
        int d = along < 0 ? along + n + 1 : along;
        return seen("Unsqueeze", variant, self().raw().layout().insert(d), dy -> dy.squeeze(d));
    }

    /**
     * Dimensions of size 1 repeated without a copy.
     *
     * @param sizes the sizes; -1 keeps one; there may be more in front
     */
    public Tensor expand(int... sizes) {
        int missing = sizes.length - self().dim();
        Check.that(missing >= 0, "expand: %s has more dimensions than %s", self().shape(), Arrays.toString(sizes));
        var s = sizes.clone();
        for (int d = 0; d < s.length; d++) {
            int old = d < missing ? 1 : self().size(d - missing);
            if (s[d] == -1 && d >= missing) s[d] = old;
            Check.that(
                    s[d] >= 0 && (old == 1 || old == s[d]),
                    "expand: %s does not broadcast to %s",
                    self().shape(),
                    Arrays.toString(sizes));
        }
        var shape = self().shape();
        return seen("Expand", self().raw().layout().broadcast(Shape.of(s)), dy -> dy.sumTo(shape, "expand"));
    }

    /** Like {@link #expand(int...)}. */
    public Tensor expand(Shape shape) {
        return expand(shape.sizes());
    }

    /** The shape of {@code other}, dimensions of size 1 repeated without a copy. */
    public Tensor expandAs(Tensor other) {
        return expand(other.shape());
    }

    /** {@code length} places of a dimension from {@code start}. */
    public Tensor narrow(int along, int start, int length) {
        int d = self().shape().dim("narrow", along);
        int n = self().dim() == 0 ? 0 : self().size(d);
        Check.that(self().dim() > 0, "narrow: a tensor without dimensions has no part");
        int from = start < 0 ? start + n : start;
        if (from < 0 || length < 0 || length > n - from)
            throw new IndexOutOfBoundsException(
                    "narrow: start %d and length %d must lie in a dimension of size %d".formatted(start, length, n));
        return part("Slice", layout -> layout.slice(d, from, length, 1));
    }

    private Tensor piece(String name, int d, int from, int length) {
        return part(name, layout -> layout.slice(d, from, length, 1));
    }

    /** Place {@code index} of a dimension, which goes; negative ones count from the end. */
    public Tensor select(int along, int index) {
        int d = self().shape().dim("select", along);
        Check.that(self().dim() > 0, "select: a tensor without dimensions has no part");
        int i = Index.resolve("select", index, self().size(d), d);
        return part("Select", layout -> layout.select(d, i));
    }

    /** The dimensions from {@code start} to {@code end}, inclusive, as one. */
    public Tensor flatten(int start, int end) {
        if (self().dim() == 0) return reshape(1);
        int from = self().shape().dim("flatten", start), to = self().shape().dim("flatten", end);
        Check.that(from <= to, "flatten: startDim %d comes after endDim %d", start, end);
        var sizes = new ArrayList<Integer>();
        long joined = 1;
        for (int d = 0; d < self().dim(); d++) {
            if (d < from || d > to) sizes.add(self().size(d));
            else joined *= self().size(d);
            if (d == to) sizes.add(Math.toIntExact(joined));
        }
        return reshape(sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The dimensions from {@code start} on as one. */
    public Tensor flatten(int start) {
        return flatten(start, -1);
    }

    /** All elements as one dimension. */
    public Tensor flatten() {
        return flatten(0, -1);
    }

    /** Parts of {@code size} places along a dimension, the last being smaller if need be. */
    public List<Tensor> split(int size, int along) {
        Check.that(size > 0, "split: the size must be positive, got %d", size);
        int d = self().shape().dim("split", along), n = self().size(d);
        var parts = new ArrayList<Tensor>();
        for (long i = 0; i < Math.max(n, 1); i += size)
            parts.add(piece("Split", d, (int) i, (int) Math.min(size, n - i)));
        return List.copyOf(parts);
    }

    /** At most {@code chunks} parts of equal size along a dimension, the last being smaller if need be. */
    public List<Tensor> chunk(int chunks, int along) {
        Check.that(chunks > 0, "chunk: their number must be positive, got %d", chunks);
        int n = self().size(along);
        return split(Math.max(Math.ceilDiv(n, chunks), 1), along);
    }

    /** All places of a dimension, which goes. */
    public List<Tensor> unbind(int along) {
        int d = self().shape().dim("unbind", along), n = self().size(d);
        var parts = new ArrayList<Tensor>(n);
        for (int i = 0; i < n; i++) {
            int place = i;
            parts.add(part("Unbind", layout -> layout.select(d, place)));
        }
        return List.copyOf(parts);
    }

    /** This if it is contiguous, else a copy that is. */
    public Tensor contiguous() {
        if (self().isContiguous()) return self();
        var y = Array.empty(self().shape(), self().dtype());
        Kernels.copy(self().array(), y);
        return Op.of("Clone", new Tensor(y)).wrt(self(), dy -> dy).result();
    }

    /** Whether the elements lie in row-major order without gaps. */
    public boolean isContiguous() {
        return self().raw().layout().isContiguous();
    }

    /** The same memory and history as another tensor object. */
    Tensor alias() {
        return seen("Alias", self().raw().layout(), dy -> dy);
    }

    /** The tensor of which this is a view; null if it is none. */
    abstract @Nullable Tensor base();
}
