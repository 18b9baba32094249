package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.setToNone;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.SetToNone;
import flambeau.array.DType;
import flambeau.array.Device;
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

    /** Sets the mode of this module alone. */
    final void setMode(boolean mode) {
        training = mode;
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

    /** Says of all parameters that their gradients are wanted. */
    public Module requiresGrad_() {
        return requiresGrad_(true);
    }

    /**
     * Clears the gradients of all parameters.
     *
     * @param args setToNone (true): whether they are dropped, or set to 0
     */
    @SafeVarargs
    public final void zeroGrad(Arg<? super SetToNone.Taker>... args) {
        boolean drop = given(args, setToNone(true)).value();
        for (var p : parameters()) {
            var dx = p.grad();
            if (drop || dx == null) p.zeroGrad();
            else p.setGrad(zerosLike(dx));
        }
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

    /** Like {@link #to} with float16. */
    public final Module toHalf() {
        return to(DType.FLOAT16);
    }

    /** Like {@link #to} with bfloat16. */
    public final Module toBfloat16() {
        return to(DType.BFLOAT16);
    }

    /** Like {@link #to}. */
    public final Module type(DType dstType) {
        return to(dstType);
    }

    /** This module, which lies on the one device there is. */
    public final Module to(Device device) {
        java.util.Objects.requireNonNull(device, "to: device");
        return this;
    }

    /** Like {@link #to(DType)}, on the one device there is. */
    public final Module to(Device device, DType dtype) {
        return to(device).to(dtype);
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
