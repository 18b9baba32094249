package flambeau.nn;

import static flambeau.args.Args.alwaysCall;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.Arg;
import flambeau.array.DType;
import flambeau.autograd.Guard;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A module from one tensor to one tensor. Its author writes {@link #forward}, its caller calls {@link #apply}; being a
 * {@link UnaryOperator}, it composes with functions and method references.
 *
 * {@snippet :
 * class MyLinear extends Layer {
 *     final Parameter W, b;
 *
 *     MyLinear(int inFeatures, int outFeatures) {
 *         W = new Parameter(randn(inFeatures, outFeatures));
 *         b = new Parameter(randn(outFeatures));
 *     }
 *
 *     @Override
 *     protected Tensor forward(Tensor x) {
 *         return x.matmul(W).add(b);
 *     }
 * }
 * }
 */
public abstract class Layer extends Module implements UnaryOperator<Tensor> {
    private @Nullable LayerHooks hooks; // null: there never were any

    /** For subclasses. */
    protected Layer() {}

    /** What this layer computes. */
    protected abstract Tensor forward(Tensor x);

    /**
     * Runs the hooks and {@link #forward}.
     *
     * @throws RuntimeException what forward throws; its message ends with the path of the layer where it arose, as in {@code
     *     (in MyNet.conv1)}
     */
    @Override
    public final Tensor apply(Tensor x) {
        begin();
        try {
            return hooks == null ? forward(x) : hooks.around(this, x, this::forward);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }

    /** Like {@link #apply}, with {@code forward} in the place of {@link #forward}: for calls that have options. */
    final Tensor run(Tensor x, UnaryOperator<Tensor> forward) {
        begin();
        try {
            return hooks == null ? forward.apply(x) : hooks.around(this, x, forward);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }

    /**
     * Calls {@code hook} with each input; what it returns, unless null, replaces the input.
     *
     * @param args prepend (false)
     * @return removes the hook when closed
     */
    @SafeVarargs
    public final Guard registerForwardPreHook(LayerHooks.Input hook, Arg<? super LayerHooks.Options>... args) {
        return hooks().inputs.add(hook, args);
    }

    /**
     * Calls {@code hook} with each input and output; what it returns, unless null, replaces the output.
     *
     * @param args prepend (false), alwaysCall (false): whether it is called, with null for the output, also if the layer throws
     * @return removes the hook when closed
     */
    @SafeVarargs
    public final Guard registerForwardHook(LayerHooks.Output hook, Arg<? super LayerHooks.OutputOptions>... args) {
        var handle = hooks().outputs.add(hook, args);
        if (!given(args, alwaysCall(false)).value()) return handle;
        var always = hooks().always.add(hook);
        return () -> {
            handle.close();
            always.close();
        };
    }

    /**
     * Calls {@code hook} with the gradient of each output, before that of the input is computed; what it returns, unless null,
     * replaces the gradient.
     *
     * @param args prepend (false)
     * @return removes the hook when closed
     */
    @SafeVarargs
    public final Guard registerFullBackwardPreHook(
            LayerHooks.OutputGradient hook, Arg<? super LayerHooks.Options>... args) {
        return hooks().outputGradients.add(hook, args);
    }

    /**
     * Calls {@code hook} with the gradients of each input and output; what it returns, unless null, replaces the gradient of
     * the input.
     *
     * @param args prepend (false)
     * @return removes the hook when closed
     */
    @SafeVarargs
    public final Guard registerFullBackwardHook(LayerHooks.Gradients hook, Arg<? super LayerHooks.Options>... args) {
        return hooks().gradients.add(hook, args);
    }

    /** Like {@link #registerFullBackwardHook}, which PyTorch advises in its place. */
    public final Guard registerBackwardHook(LayerHooks.Gradients hook) {
        return registerFullBackwardHook(hook);
    }

    /**
     * What the layers of this network make of an input of this shape, and what that costs: a table of output shapes,
     * parameters, multiply-adds and memory. The input is zeros; modes and running statistics stay as they are.
     *
     * {@snippet :
     * System.out.println(new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10)).summary(1, 784));
     * }
     */
    public final Summary summary(int... inputShape) {
        var parameters = parameters();
        var type = parameters.isEmpty() ? DType.FLOAT32 : parameters.getFirst().dtype();
        return summary(zeros(shape(inputShape), dtype(type)));
    }

    /** Like {@link #summary(int...)}, of this input. */
    public final Summary summary(Tensor input) {
        return Summary.of(this, input);
    }

    private LayerHooks hooks() {
        if (hooks == null) hooks = new LayerHooks();
        return hooks;
    }

    @Override
    public Layer train(boolean mode) {
        super.train(mode);
        return this;
    }

    @Override
    public Layer train() {
        return train(true);
    }

    @Override
    public Layer eval() {
        return train(false);
    }

    @Override
    public Layer requiresGrad_(boolean wanted) {
        super.requiresGrad_(wanted);
        return this;
    }

    @Override
    public Layer to(DType dtype) {
        super.to(dtype);
        return this;
    }

    @Override
    public Layer deepCopy() {
        return (Layer) super.deepCopy();
    }
}
