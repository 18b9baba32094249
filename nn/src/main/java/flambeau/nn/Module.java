package flambeau.nn;

import flambeau.array.DType;
import flambeau.tensor.Tensor;

/**
 * Something with state: parameters, buffers and further modules, found in its fields, and a mode, training or evaluation.
 * The package page tells which fields count and what they are called.
 *
 * <p>A class from one tensor to one tensor extends {@link Layer}, one that compares an input with a target {@link Loss}.
 * Another extends this and has methods of its own types:
 *
 * {@snippet :
 * class TwoTowers extends flambeau.nn.Module {
 *     final Linear left = new Linear(3, 4), right = new Linear(5, 4);
 *
 *     Tensor apply(Tensor a, Tensor b) {
 *         return call(() -> left.apply(a).mul(right.apply(b)));
 *     }
 * }
 * }
 *
 * <p>Lists and maps that are returned are the caller's own. Source: {@code torch.nn.Module}.
 */
public abstract non-sealed class Module extends Saving {
    private boolean training = true;

    /** For subclasses; a new module is in training mode. */
    protected Module() {}

    @Override
    final Module self() {
        return this;
    }

    /** Whether this module is in training mode, where dropout drops and statistics are taken. */
    public final boolean isTraining() {
        return training;
    }

    /** Sets the mode of this module and all below it. */
    public Module train(boolean mode) {
        training = mode;
        for (var child : children()) child.train(mode);
        return this;
    }

    /** Sets training mode. */
    public Module train() {
        return train(true);
    }

    /** Sets evaluation mode. */
    public Module eval() {
        return train(false);
    }

    /** Says of all parameters whether their gradients are wanted. */
    public Module requiresGrad_(boolean wanted) {
        for (var p : parameters()) p.requiresGrad_(wanted);
        return this;
    }

    /** Clears the gradients of all parameters. */
    public final void zeroGrad() {
        for (var p : parameters()) p.zeroGrad();
    }

    /**
     * Converts floating parameters, their gradients and floating buffers; they remain the same objects.
     *
     * @throws IllegalArgumentException if {@code dtype} is not floating
     */
    public Module to(DType dtype) {
        if (!dtype.isFloatingPoint())
            throw new IllegalArgumentException("to: a module's dtype must be floating, got " + dtype);
        for (var p : parameters()) convert(p, dtype);
        for (var b : buffers()) convert(b, dtype);
        return this;
    }

    private static void convert(Tensor x, DType dtype) {
        if (!x.dtype().isFloatingPoint() || x.dtype() == dtype) return;
        var dx = x.grad();
        x.setGrad(null);
        x.setData(x.detach().to(dtype));
        if (dx != null) x.setGrad(dx.detach().to(dtype));
    }

    /** Like {@link #to} with float32. */
    public final Module toFloat() {
        return to(DType.FLOAT32);
    }

    /** Like {@link #to} with float64. */
    public final Module toDouble() {
        return to(DType.FLOAT64);
    }

    /** The name of this module in its text. */
    String className() {
        Class<?> type = getClass();
        while (type.isAnonymousClass()) type = type.getSuperclass();
        return (registered("parametrizations") instanceof Module ? "Parametrized" : "") + type.getSimpleName();
    }

    /** Called when a state dict has given shapes to parameters of this module that had none. */
    void settle() {}

    /**
     * A copy that shares nothing with this module: Python's {@code copy.deepcopy}. No constructor runs; the fields of this
     * module and of all that it holds are copied, final and transient ones too. What is held twice, as a shared weight, is one
     * thing in the copy. Hooks are copied; the gradients of parameters are not. Numbers, text, functions and other values that
     * never change are shared.
     *
     * {@snippet :
     * class Net extends Layer {
     *     final Linear fc = new Linear(3, 4);
     *
     *     @Override
     *     protected Tensor forward(Tensor x) {
     *         return fc.apply(x);
     *     }
     *
     *     @Override
     *     public Net deepCopy() { // only to have the type
     *         return (Net) super.deepCopy();
     *     }
     * }
     * }
     *
     * @throws IllegalStateException if a field holds an object that cannot be copied, or a tensor with a history
     */
    public Module deepCopy() {
        return Copying.copy(this);
    }

    /** What {@link #toString} shows between the parentheses, as {@code in_features=3}; nothing by default. */
    protected String extraRepr() {
        return "";
    }

    /** PyTorch's text: the class, {@link #extraRepr} and the children, indented. */
    @Override
    public String toString() {
        return Repr.module(this, extraRepr());
    }
}
