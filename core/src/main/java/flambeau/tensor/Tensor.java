package flambeau.tensor;

import flambeau.args.Operand;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Device;
import flambeau.array.Element;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Node;
import flambeau.autograd.Op;
import flambeau.kernel.Kernels;
import flambeau.memory.Scope;
import flambeau.memory.Storage;
import java.lang.ref.Reference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An array of numbers of one type that can be differentiated.
 *
 * <p>Memory needs no care: it lies outside the Java heap and is taken back when nothing refers to the tensor any more. Equality
 * is identity; compare values with {@link #allclose} or {@link #torchEquals}.
 */
public non-sealed class Tensor extends Gradients implements Operand, Index {
    private Array array;
    private final @Nullable Tensor base; // of a view: the tensor that it was taken from
    private @Nullable Node<Tensor> baseHistory; // when the history of this view was made

    Tensor(Array array) {
        this.array = array;
        this.base = null;
        this.baseHistory = null;
    }

    /**
     * A leaf over the memory of {@code data}, for kinds of tensor such as a layer's parameter.
     *
     * @param data its values; memory is shared, history is not
     */
    protected Tensor(Tensor data) {
        this(data.array);
        data.storage().share();
        Scope.escape(data.storage());
    }

    private Tensor(Array array, Tensor base) {
        this.array = array;
        this.base = base.base == null ? base : base.base;
        this.baseHistory = this.base.gradFn();
        array.storage().share();
    }

    @Override
    public final Tensor self() {
        return this;
    }

    /** What kernels read: checks that its values are those that a running backward pass expects. */
    Array array() {
        BackwardPass.check(array.storage());
        return array;
    }

    /** The same elements without history, for the library's own work: unlike {@link #detach} not counted as a second reader. */
    Tensor unrecorded() {
        return new Tensor(array());
    }

    /** The array for looking at its layout, or for writing. */
    Array raw() {
        return array;
    }

    Storage storage() {
        return array.storage();
    }

    Tensor viewOf(flambeau.array.Layout layout) {
        return new Tensor(array.as(layout), this);
    }

    Tensor viewOf(Array view) {
        return new Tensor(view, this);
    }

    @Override
    @Nullable
    Tensor base() {
        return base;
    }

    /** Takes the place of {@code view}, a view of this; what is recorded of the old shape is out of date. */
    Tensor become(Tensor view) {
        array = view.array;
        storage().touch();
        if (view.requiresGrad()) historyOf(view);
        return this;
    }

    /** The array in row-major order, if only image layout kept it from that and nobody else reads this memory. */
    Array relayForView() {
        var layout = array.layout();
        if (layout.isContiguous() || !layout.isChannelsLast() || storage().isShared()) return array;
        var y = Array.empty(array.shape(), array.dtype());
        Scope.escape(y.storage()); // a backward pass may be the first to take a view
        Kernels.copy(array, y);
        y.storage().follow(storage());
        return array = y;
    }

    /** The sizes. */
    public final Shape shape() {
        return array.shape();
    }

    /** The sizes, as PyTorch also calls them. */
    public final Shape size() {
        return array.shape();
    }

    /** The size of dimension {@code dim}; negative ones count from the end. */
    public final int size(int dim) {
        if (dim() == 0)
            throw new IndexOutOfBoundsException("size: a tensor without dimensions has no dimension " + dim);
        return array.shape().get(dim);
    }

    /** The number of dimensions. */
    public final int dim() {
        return array.shape().rank();
    }

    /** The number of elements. */
    public final long numel() {
        return array.count();
    }

    long count() {
        return array.count();
    }

    /** The element type. */
    public final DType dtype() {
        return array.dtype();
    }

    /** Where the elements lie. */
    public final Device device() {
        return array.device();
    }

    /**
     * The distances in elements between neighbours, one a dimension.
     *
     * <p>Unlike PyTorch, images that a convolution makes lie channels-last in memory; their shape is the same.
     */
    public final long[] stride() {
        return array.layout().strides();
    }

    /**
     * The value of a tensor of one element: a Double if it is floating, else a Long (of a bool, 0 or 1).
     *
     * @throws IllegalArgumentException if there is not just one element
     */
    public final Number item() {
        Check.that(count() == 1, "item: the tensor must have 1 element, has %d (shape %s)", count(), shape());
        long at = array().address();
        Number value;
        if (dtype().isFloatingPoint()) value = Element.getDouble(dtype(), at);
        else value = Element.getLong(dtype(), at);
        Reference.reachabilityFence(this);
        return value;
    }

    /** The value of a tensor of one element as a boolean: whether it is not 0. */
    public final boolean isTrue() {
        return item().doubleValue() != 0;
    }

    /** This tensor with another element type, not recorded. */
    Tensor plain(DType dtype) {
        if (dtype == dtype()) return this;
        var y = Array.empty(array.layout().fresh(), dtype);
        Kernels.copy(array(), y);
        return new Tensor(y);
    }

    /** A copy with memory of its own, through which gradients flow. */
    @Override
    public final Tensor clone() {
        var y = Array.empty(array.layout().fresh(), dtype());
        Kernels.copy(array(), y);
        return Op.of("Clone", new Tensor(y)).wrt(this, dy -> dy).result();
    }

    /** The same memory without history. */
    @Override
    public final Tensor detach() {
        storage().share();
        return new Tensor(array);
    }

    /** Takes the elements of {@code other} for its own, sharing memory: PyTorch's {@code x.data = other}. */
    public final Tensor setData(Tensor other) {
        Check.that(
                other.dtype().isFloatingPoint() || !requiresGrad(),
                "setData: only floating tensors can require a gradient, got %s",
                other.dtype());
        other.storage().share();
        Scope.escape(other.storage());
        array = other.array;
        return this;
    }

    /** Takes the elements and the history of {@code y}, sharing memory: for kinds of tensor that stand for what was computed. */
    protected final void standFor(Tensor y) {
        y.storage().share();
        Scope.escape(y.storage());
        array = y.array;
        historyOf(y);
    }

    /** The history of a view is out of date when its tensor has changed in place since. */
    @Override
    protected final void refresh() {
        if (base == null || base.gradFn() == baseHistory) return;
        baseHistory = base.gradFn();
        var region = Region.of(base, this);
        if (region == null)
            throw new IllegalStateException(
                    "autograd: a view of %s was taken before that was changed in place; take it again"
                            .formatted(base.describe()));
        try (var _ = GradMode.set(true);
                var _ = GradMode.setOutline(false)) {
            historyOf(Op.of("AsStrided", new Tensor(array))
                    .wrt(base, region::paste)
                    .result());
        }
    }

    /** Follows a change in place of {@code view}, a view of this, to {@code y}. */
    void changed(Tensor view, Tensor y) {
        var before = new Tensor(array);
        before.historyOf(this);
        var region = Objects.requireNonNull(Region.of(this, view));
        historyOf(Op.of("CopySlices", -1, new Tensor(array))
                .wrt(before, region::without)
                .wrt(y, region::cut)
                .result());
    }

    /** PyTorch's text of this tensor. */
    @Override
    public String toString() {
        return Printer.print(this);
    }

    /** A name for messages that do not show the values, as {@code float32 [2, 3]}. */
    public final String describe() {
        return dtype().word() + " " + Objects.requireNonNull(shape().text());
    }
}
