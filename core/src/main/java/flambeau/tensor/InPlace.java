package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes in place: PyTorch's methods with a trailing underscore. They return this.
 *
 * <p>A leaf that requires a gradient can only be changed under {@code noGrad()}. Where a change is recorded, the result is
 * computed by the operation without the underscore and then written here, so both have the same gradient.
 */
abstract sealed class InPlace extends Normalizing permits InPlaceIndexing {
    InPlace() {}

    /** {@code this += other}. */
    public Tensor add_(Tensor other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this += other}. */
    public Tensor add_(Number other) {
        return change("add_", Binary.ADD, other, x -> x.add(other));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Tensor other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /** {@code this -= other}. */
    public Tensor sub_(Number other) {
        return change("sub_", Binary.SUB, other, x -> x.sub(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Tensor other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this *= other}. */
    public Tensor mul_(Number other) {
        return change("mul_", Binary.MUL, other, x -> x.mul(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Tensor other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /** {@code this /= other}. */
    public Tensor div_(Number other) {
        return change("div_", Binary.DIV, other, x -> x.div(other));
    }

    /** Negative elements become 0. */
    public Tensor relu_() {
        return change("relu_", false, Tensor::relu);
    }

    /** Elements below {@code min} become {@code min}, those above {@code max} become {@code max}. */
    public Tensor clamp_(Number min, Number max) {
        return change("clamp_", true, x -> x.clamp(min, max));
    }

    /** All elements become 0. */
    public Tensor zero_() {
        return overwrite("zero_", "ZeroBackward0", null, () -> Compute.scalar(0, self().dtype()));
    }

    /** All elements become {@code value}. */
    public Tensor fill_(Number value) {
        return overwrite("fill_", "FillBackward2", null, () -> Compute.scalar(value, self().dtype()));
    }

    /** The elements of {@code source}, broadcast and converted. */
    public Tensor copy_(Tensor source) {
        checkBroadcast("copy_", source.shape());
        return overwrite("copy_", "CopyBackwards", source, apart(source)::array);
    }

    /** A new dimension of size 1 before dimension {@code along}, of this tensor itself. */
    public Tensor unsqueeze_(int along) {
        checkRecordable("unsqueeze_", null);
        return self().become(self().unsqueeze(along, 1));
    }

    /** Without a dimension, if its size is 1; this tensor itself. */
    public Tensor squeeze_(int along) {
        checkRecordable("squeeze_", null);
        return self().become(self().squeeze(along, 4));
    }

    private Tensor change(String op, Binary kernel, Tensor other, UnaryOperator<Tensor> f) {
        checkBroadcast(op, other.shape());
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        boolean reads = other.requiresGrad() && (kernel == Binary.MUL || kernel == Binary.DIV);
        if (isRecorded(other) || dtype != self().dtype()) return change(op, reads, f);
        checkWritable(op, other);
        var b = apart(other).plain(dtype);
        write(() -> Kernels.binary(kernel, self().array(), b.array(), self().array()));
        return self();
    }

    private Tensor change(String op, Binary kernel, Number other, UnaryOperator<Tensor> f) {
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        if (isRecorded(null) || dtype != self().dtype() || Compute.isScaledInFloat32(kernel, dtype))
            return change(op, false, f);
        checkWritable(op, null);
        write(() -> Kernels.binary(kernel, self().array(), Compute.scalar(other, dtype), self().array()));
        return self();
    }

    /** {@code reads}: whether the gradient needs the values from before the change, which are then copied. */
    final Tensor change(String op, boolean reads, UnaryOperator<Tensor> f) {
        checkWritable(op, null);
        var before =
                new Tensor(reads && isRecorded(null) ? self().detach().clone().raw() : self().raw());
        before.historyOf(self());
        var y = f.apply(before);
        Check.that(
                y.shape().equals(self().shape()),
                "%s: the result has shape %s, the tensor %s",
                op,
                y.shape(),
                self().shape());
        checkWritable(op, y);
        boolean recorded = isRecorded(y);
        write(() -> Kernels.copy(y.array(), self().array()));
        if (recorded) follow(y);
        return self();
    }

    /** Replaces all elements; what was recorded before has the gradient 0 from now on. */
    Tensor overwrite(String op, String node, @Nullable Tensor source, Supplier<Array> values) {
        checkWritable(op, source);
        var before = new Tensor(self().raw());
        before.historyOf(self());
        var y = values.get();
        write(() -> Kernels.copy(y, self().array()));
        if (isRecorded(source))
            follow(Op.of(node, -1, new Tensor(self().raw()))
                    .wrt(before, Tensors::zerosLike)
                    .wrt(source, dy -> dy)
                    .result());
        return self();
    }

    /** {@code other}, or a copy where writing to this would change what is still to be read of it. */
    private Tensor apart(Tensor other) {
        boolean clash = other.storage() == self().storage()
                && !other.raw().layout().equals(self().raw().layout());
        return clash ? other.detach().clone() : other;
    }

    /** Takes the history of {@code y}; that of a view changes with the tensor that it was taken from. */
    private void follow(Tensor y) {
        var base = self().base();
        if (base == null) historyOf(y);
        else base.changed(self(), y);
    }

    private boolean isRecorded(@Nullable Tensor other) {
        var base = self().base();
        boolean wanted = self().requiresGrad() || base != null && base.requiresGrad();
        return GradMode.isEnabled() && (wanted || other != null && other.requiresGrad());
    }

    void checkBroadcast(String op, Shape other) {
        Check.that(
                Shape.broadcast(op, self().shape(), other).equals(self().shape()),
                "%s: %s does not broadcast to %s",
                op,
                other,
                self().shape());
    }

    private void checkResult(String op, DType result) {
        Check.that(
                result.category().compareTo(self().dtype().category()) <= 0,
                "%s: the result is %s and cannot be kept as %s",
                op,
                result,
                self().dtype());
    }

    private void checkWritable(String op, @Nullable Tensor other) {
        checkRecordable(op, other);
        var layout = self().raw().layout();
        for (int d = 0; d < self().dim(); d++)
            Check.that(
                    layout.stride(d) != 0 || self().size(d) < 2,
                    "%s: an expanded tensor cannot be changed in place, its elements share memory; use clone()",
                    op);
    }

    private void checkRecordable(String op, @Nullable Tensor other) {
        Check.state(
                !self().isInference() || GradMode.isInference(),
                "%s: a tensor made in inference mode cannot be changed in place outside; use clone()",
                op);
        if (isRecorded(other)) {
            Check.state(
                    !self().isLeaf() || !self().requiresGrad(),
                    "%s: a leaf that requires a gradient cannot be changed in place; use noGrad()",
                    op);
            var base = self().base();
            if (base == null) return;
            Check.state(
                    !base.isLeaf() || !base.requiresGrad(),
                    "%s: a view of a leaf that requires a gradient cannot be changed in place; use noGrad()",
                    op);
            Check.state(
                    self().requiresGrad() || !base.requiresGrad(),
                    "%s: this view was taken under noGrad() and cannot follow a change in place; take it again",
                    op);
            Check.state(
                    Region.of(base, self()) != null,
                    "%s: a view of a tensor with gaps cannot be changed in place; use clone()",
                    op);
        }
    }

    private void write(Runnable kernel) {
        kernel.run();
        self().storage().touch();
    }
}
