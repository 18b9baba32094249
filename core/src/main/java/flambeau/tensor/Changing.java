package flambeau.tensor;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Kernels;
import flambeau.kernel.Unary;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a tensor is changed in place: what all methods with a trailing underscore are made of.
 *
 * <p>A leaf that requires a gradient can only be changed under {@code noGrad()}. Where a change is recorded, the result is
 * computed by the operation without the underscore and then written here, so both have the same gradient.
 */
abstract sealed class Changing extends Normalizing permits InPlaceArithmetic {
    Changing() {}

    /** One kernel, or {@code f} where it is recorded or another dtype is involved. */
    final Tensor change(String op, Unary kernel, UnaryOperator<Tensor> f) {
        if (isRecorded() || !self().dtype().isFloatingPoint()) return change(op, f);
        checkWritable(op);
        write(() -> Kernels.unary(kernel, self().array(), self().array()));
        return self();
    }

    /**
     * One kernel, recorded or not, for a function whose gradient needs no more than its result.
     *
     * @param record records the function: of what was here before, with the result
     */
    final Tensor change(String op, Unary kernel, UnaryOperator<Tensor> f, BinaryOperator<Tensor> record) {
        if (!isRecorded() || !self().dtype().isFloatingPoint()) return change(op, kernel, f);
        checkWritable(op);
        var before = before(false);
        write(() -> Kernels.unary(kernel, self().array(), self().array()));
        follow(record.apply(before, new Tensor(self().raw())));
        return self();
    }

    /** One kernel, or {@code f} where a product or quotient is recorded or another dtype is involved. */
    final Tensor change(String op, Binary kernel, Tensor other, UnaryOperator<Tensor> f) {
        Check.operand(op, other);
        checkBroadcast(op, other.shape());
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        boolean recorded = isRecorded(other), factors = kernel == Binary.MUL || kernel == Binary.DIV;
        if (recorded && factors || dtype != self().dtype())
            return change(op, factors && other.requiresGrad(), f, other);
        checkWritable(op, other);
        var before = recorded ? before(false) : self();
        var b = apart(other).plain(dtype);
        write(() -> Kernels.binary(kernel, self().array(), b.array(), self().array()));
        if (recorded) follow(Arithmetic.recordSum(kernel, before, other, new Tensor(self().raw())));
        return self();
    }

    /** One kernel, or {@code f} where it is recorded or another dtype is involved. */
    final Tensor change(String op, Binary kernel, Number other, UnaryOperator<Tensor> f) {
        var dtype = Promotion.of(self(), other);
        checkResult(op, kernel == Binary.DIV ? Promotion.floating(dtype) : dtype);
        if (isRecorded() || dtype != self().dtype() || Compute.isScaledInFloat32(kernel, dtype))
            return change(op, false, f);
        checkWritable(op);
        write(() -> Kernels.binary(kernel, self().array(), Compute.scalar(other, dtype), self().array()));
        return self();
    }

    /** Takes the result of {@code f}, which has also {@code others} for operands. */
    final Tensor change(String op, UnaryOperator<Tensor> f, Tensor... others) {
        return change(op, true, f, others);
    }

    /** {@code reads}: whether the gradient needs the values from before the change, which are then copied. */
    final Tensor change(String op, boolean reads, UnaryOperator<Tensor> f, Tensor... others) {
        checkWritable(op);
        var y = f.apply(before(reads && isRecorded(others)));
        checkResult(op, y.dtype());
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
    final Tensor overwrite(String op, String node, @Nullable Tensor source, Supplier<Array> values) {
        checkWritable(op, source);
        var before = before(false);
        var y = values.get();
        write(() -> Kernels.copy(y, self().array()));
        if (isRecorded(source))
            follow(Op.of(node, -1, new Tensor(self().raw()))
                    .wrt(before, Tensors::zerosLike)
                    .wrt(source, dy -> dy)
                    .result());
        return self();
    }

    /** This as it is before a change, in a tensor of its own that the change gives no history; {@code copied}: with its values. */
    private Tensor before(boolean copied) {
        var before = new Tensor(copied ? self().detach().clone().raw() : self().raw());
        before.historyOf(self());
        return before;
    }

    /** {@code other}, or a copy where writing to this would change what is still to be read of it. */
    final Tensor apart(Tensor other) {
        boolean clash = other.storage() == self().storage()
                && !other.raw().layout().equals(self().raw().layout());
        return clash ? other.detach().clone() : other;
    }

    /** Takes the history of {@code y}; that of a view changes with the tensor that it was taken from. */
    final void follow(Tensor y) {
        var base = self().base();
        if (base == null) historyOf(y);
        else base.changed(self(), y);
    }

    final boolean isRecorded(@Nullable Tensor... others) {
        var base = self().base();
        boolean wanted = self().requiresGrad() || base != null && base.requiresGrad();
        for (var x : others) wanted |= x != null && x.requiresGrad();
        return GradMode.isEnabled() && wanted;
    }

    final void checkBroadcast(String op, Shape other) {
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

    final void checkWritable(String op, @Nullable Tensor... others) {
        checkRecordable(op, others);
        var layout = self().raw().layout();
        for (int d = 0; d < self().dim(); d++)
            Check.that(
                    layout.stride(d) != 0 || self().size(d) < 2,
                    "%s: an expanded tensor cannot be changed in place, its elements share memory; use clone()",
                    op);
    }

    final void checkRecordable(String op, @Nullable Tensor... others) {
        Check.state(
                !self().isInference() || GradMode.isInference(),
                "%s: a tensor made in inference mode cannot be changed in place outside; use clone()",
                op);
        if (isRecorded(others)) {
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

    final void write(Runnable kernel) {
        kernel.run();
        self().storage().touch();
    }
}
