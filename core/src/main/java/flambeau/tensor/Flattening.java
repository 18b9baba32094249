package flambeau.tensor;

import static flambeau.args.Args.given;
import static flambeau.args.Args.startDim;

import flambeau.args.Arg;
import flambeau.args.EndDim;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.Arrays;

/** Dimensions joined and cut, and views by strides. */
abstract sealed class Flattening extends Narrowing permits Rearranging {
    Flattening() {}

    /** The dimensions from {@code start} to {@code end}, inclusive, as one. */
    public Tensor flatten(int start, int end) {
        int from = self().shape().dim("flatten", start), to = self().shape().dim("flatten", end);
        if (self().dim() == 0) return reshape(1);
        Check.that(from <= to, "flatten: startDim %d comes after endDim %d", start, end);
        if (from == to) return self();
        var sizes = new int[self().dim() - (to - from)];
        long joined = 1;
        for (int d = 0; d < self().dim(); d++) {
            if (d < from) sizes[d] = self().size(d);
            else if (d <= to) joined *= self().size(d);
            else sizes[d - (to - from)] = self().size(d);
        }
        sizes[from] = Math.toIntExact(joined);
        return reshape(sizes);
    }

    /** The dimensions from {@code start} on as one. */
    public Tensor flatten(int start) {
        return flatten(start, -1);
    }

    /** All elements as one dimension. */
    public Tensor flatten() {
        return flatten(0, -1);
    }

    /**
     * Several dimensions as one.
     *
     * @param args startDim (0), endDim (-1): the first and the last of the dimensions that become one
     */
    @SafeVarargs
    public final Tensor flatten(Arg<? super Takes.Flatten>... args) {
        return flatten(
                given(args, startDim(0)).value(), given(args, new EndDim(-1)).value());
    }

    /** All elements as one dimension, contiguous. */
    public Tensor ravel() {
        return self().contiguous().view(-1);
    }

    /**
     * A dimension as several.
     *
     * @param sizes of the dimensions that take its place; one may be -1 and is found from the others
     */
    public Tensor unflatten(int along, int... sizes) {
        int d = self().shape().dim("unflatten", along);
        Check.that(self().dim() > 0 && sizes.length > 0, "unflatten: takes a dimension and its sizes");
        var parts = resolve("unflatten", sizes, self().size(d));
        var shape = self().shape().without(d);
        for (int i = 0; i < parts.rank(); i++) shape = shape.insert(d + i, parts.get(i));
        return view(shape);
    }

    /**
     * The same bytes as elements of another type. If that is narrower, the last dimension grows; if it is wider, that shrinks,
     * which its size and the strides must allow. The result has no gradient.
     */
    public Tensor view(DType dtype) {
        int from = self().dtype().bytes(), to = dtype.bytes();
        var layout = self().raw().layout();
        if (from == to) return self().viewOf(bytes(dtype, layout));
        int last = self().dim() - 1, ratio = Math.max(from, to) / Math.min(from, to);
        Check.that(
                last >= 0 && (self().size(-1) <= 1 || layout.stride(last) == 1),
                "view: elements of %s become %s only where the last dimension is contiguous, got %s",
                self().dtype(),
                dtype,
                self().shape());
        boolean narrower = from > to;
        var strides = layout.strides();
        for (int d = 0; d < last; d++) {
            Check.that(
                    narrower || strides[d] % ratio == 0 || self().size(d) < 2,
                    "view: strides %s cannot be seen as %s",
                    Arrays.toString(strides),
                    dtype);
            strides[d] = narrower ? strides[d] * ratio : strides[d] / ratio;
        }
        strides[last] = 1;
        int n = self().size(-1);
        Check.that(
                narrower || n % ratio == 0 && layout.offset() % ratio == 0,
                "view: a last dimension of %d %s cannot be seen as %s",
                n,
                self().dtype(),
                dtype);
        var shape = self().shape().with(last, narrower ? Math.multiplyExact(n, ratio) : n / ratio);
        long offset = narrower ? layout.offset() * ratio : layout.offset() / ratio;
        return self().viewOf(bytes(dtype, new Layout(shape, strides, offset)));
    }

    private Array bytes(DType dtype, Layout layout) {
        return new Array(self().storage(), dtype, layout, self().device());
    }

    /**
     * A view of this tensor's storage by strides, which may overlap.
     *
     * @param size the sizes
     * @param stride the distances between neighbours in elements, one a dimension
     * @param storageOffset the number of the first element in the storage
     * @throws IndexOutOfBoundsException if an element would lie outside the storage
     */
    public Tensor asStrided(int[] size, long[] stride, long storageOffset) {
        Check.that(
                size.length == stride.length,
                "asStrided: needs a stride for each size, got %s and %s",
                Arrays.toString(size),
                Arrays.toString(stride));
        var shape = Shape.of(size);
        long last = storageOffset;
        for (int d = 0; d < size.length; d++) {
            Check.that(stride[d] >= 0, "asStrided: a stride must not be negative, got %s", Arrays.toString(stride));
            if (shape.count() > 0) last = Math.addExact(last, Math.multiplyExact(size[d] - 1L, stride[d]));
        }
        long room = self().storage().bytes() / self().dtype().bytes();
        if (storageOffset < 0 || shape.count() > 0 && last >= room)
            throw new IndexOutOfBoundsException(
                    "asStrided: size %s with strides %s from %d reaches beyond a storage of %d elements"
                            .formatted(shape.text(), Arrays.toString(stride), storageOffset, room));
        var view = new Layout(shape, stride.clone(), storageOffset);
        var own = self().raw().layout();
        return seen("AsStrided", view, dy -> stridedGradient(dy, own, view));
    }

    /**
     * A view of other sizes and strides.
     *
     * @param args storageOffset (that of this tensor)
     */
    @SafeVarargs
    public final Tensor asStrided(int[] size, long[] stride, Arg<? super Takes.AsStrided>... args) {
        Long offset = given(args, flambeau.args.Args.storageOffset(null)).value();
        return asStrided(size, stride, offset == null ? storageOffset() : offset);
    }

    /** What {@code view} shows more than once is summed; what the tensor shows more than once shares its gradient. */
    private static Tensor stridedGradient(Tensor dy, Layout own, Layout view) {
        long low = Math.min(own.offset(), view.offset());
        Tensor mine = places(own, low), seen = places(view, low);
        int n = Math.toIntExact(Math.max(Places.largest(mine), Places.largest(seen)) + 1);
        var flat = Tensors.filled(Shape.of(n), 0, dy.dtype());
        var sums = flat.put(seen, dy, flambeau.args.Args.accumulate(true)).take(mine);
        if (own.isDense()) return sums;
        var ones = Tensors.filled(own.shape(), 1, dy.dtype());
        return sums.div(
                flat.put(mine, ones, flambeau.args.Args.accumulate(true)).take(mine));
    }

    private static Tensor places(Layout layout, long low) {
        var all = Tensors.arange(layout.shape().count()).reshape(layout.shape());
        return Places.offsets(all, new Layout(layout.shape(), layout.strides(), layout.offset() - low));
    }

    /** The distance in elements between neighbours along a dimension. */
    public long stride(int along) {
        int d = self().shape().dim("stride", along);
        Check.that(self().dim() > 0, "stride: a tensor without dimensions has none");
        return self().raw().layout().stride(d);
    }

    /** The number of the first element in the storage. */
    public long storageOffset() {
        return self().raw().layout().offset();
    }
}
