package flambeau.tensor;

import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Other shapes of the same memory. A view shares its elements with the tensor that it was taken from. */
abstract sealed class Views extends Sorting permits Narrowing {
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
        var shape = self().shape();
        return seen("View", layout, dy -> dy.reshape(shape));
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
        var shape = self().shape();
        if (layout != null) return seen("View", layout, dy -> dy.reshape(shape));
        var y = Array.empty(self().shape(), self().dtype());
        Kernels.copy(self().array(), y);
        return Op.of("UnsafeView", new Tensor(y.as(Layout.contiguous(target))))
                .wrt(self(), dy -> dy.reshape(shape))
                .result();
    }

    /** Like {@link #reshape(int...)}. */
    public Tensor reshape(Shape shape) {
        return reshape(shape.sizes());
    }

    /** Like {@link #reshape(int...)}, in the shape of {@code other}. */
    public Tensor reshapeAs(Tensor other) {
        return reshape(other.shape());
    }

    /** A result that nobody else has seen, under another shape: not a view, so that it can be changed in place. */
    Tensor reshaped(String name, int variant, Shape target) {
        var y = new Tensor(self().raw().as(Layout.contiguous(target)));
        var shape = self().shape();
        return Op.of(name, variant, y).wrt(self(), dy -> dy.reshape(shape)).result();
    }

    Shape resolve(String op, int[] sizes) {
        return resolve(op, sizes, self().count());
    }

    /** {@code sizes}, which have {@code n} elements, with the one that is -1 found. */
    static Shape resolve(String op, int[] sizes, long n) {
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
        boolean fits = unknown < 0 ? known == n : known > 0 && n % known == 0;
        Check.that(fits, "%s: shape %s is invalid for %d elements", op, Arrays.toString(sizes), n);
        if (unknown >= 0) s[unknown] = Math.toIntExact(n / known);
        return Shape.of(s);
    }

    /** This memory under another layout; {@code backward} gives the gradient. */
    Tensor seen(String name, Layout layout, UnaryOperator<Tensor> backward) {
        return seen(name, 0, layout, backward);
    }

    Tensor seen(String name, int variant, Layout layout, UnaryOperator<Tensor> backward) {
        var y = self().viewOf(layout);
        return Op.of(name, variant, y).wrt(self(), backward::apply).result();
    }

    /** A view by {@code how}, which does not repeat elements. */
    Tensor part(String name, UnaryOperator<Layout> how) {
        var shape = self().shape();
        return seen(name, how.apply(self().raw().layout()), dy -> embed(name, dy, shape, how));
    }

    /** Zeros of {@code shape}, with {@code dy} where {@code how} looks. */
    static Tensor embed(String name, Tensor dy, Shape shape, UnaryOperator<Layout> how) {
        var y = Array.empty(shape, dy.dtype());
        y.zero();
        Kernels.copy(dy.array(), y.as(how.apply(y.layout())));
        return Op.of(name + "Backward", new Tensor(y))
                .wrt(dy, g -> g.part(name, how))
                .result();
    }

    /** Without all dimensions of size 1. */
    public Tensor squeeze() {
        return squeeze(0, IntStream.range(0, self().dim()).toArray());
    }

    /** Without a dimension, if its size is 1. */
    public Tensor squeeze(int along) {
        return squeeze(1, new int[] {along});
    }

    /** Without these dimensions, as far as their size is 1. */
    public Tensor squeeze(int... dims) {
        return squeeze(2, dims);
    }

    /**
     * Without dimensions of size 1.
     *
     * @param args dim (all): the dimensions that go, as far as their size is 1
     */
    @SafeVarargs
    public final Tensor squeeze(Arg<? super Takes.Along>... args) {
        var dims = given(args, Dim.class);
        return dims == null ? squeeze() : squeeze(dims.dims().length == 1 ? 1 : 2, dims.dims());
    }

    Tensor squeeze(int variant, int[] dims) {
        var gone = new boolean[self().dim()];
        var layout = self().raw().layout();
        for (int along : dims) {
            int d = self().shape().dim("squeeze", along);
            Check.that(gone.length == 0 || !gone[d] || variant == 0, "squeeze: dimension %d is named twice", d);
            if (gone.length > 0) gone[d] = true;
        }
        for (int d = gone.length - 1; d >= 0; d--) if (gone[d] && self().size(d) == 1) layout = layout.select(d, 0);
        var shape = self().shape();
        return seen("Squeeze", variant, layout, dy -> dy.reshape(shape));
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

    /** Repeated to {@code size} as broadcasting does, without a copy. */
    public Tensor broadcastTo(int... size) {
        return expand(size);
    }

    /** Like {@link #broadcastTo(int...)}. */
    public Tensor broadcastTo(Shape size) {
        return expand(size);
    }

    /** The shape of {@code other}, dimensions of size 1 repeated without a copy. */
    public Tensor expandAs(Tensor other) {
        return expand(other.shape());
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
