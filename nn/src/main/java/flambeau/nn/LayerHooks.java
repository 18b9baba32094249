package flambeau.nn;

import flambeau.args.AlwaysCall;
import flambeau.args.PrependHook;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a layer calls around its computation. */
public final class LayerHooks {
    /** Called with each input. */
    @FunctionalInterface
    public interface Input {
        /** What replaces the input {@code x}; null leaves it. */
        @Nullable
        Tensor apply(Layer layer, Tensor x);
    }

    /** Called with each input and output. */
    @FunctionalInterface
    public interface Output {
        /** What replaces the output {@code y}; null leaves it. */
        @Nullable
        Tensor apply(Layer layer, Tensor x, Tensor y);
    }

    /** Called with the gradient of each output. */
    @FunctionalInterface
    public interface OutputGradient {
        /** What replaces the gradient {@code dy} of the output; null leaves it. */
        @Nullable
        Tensor apply(Layer layer, Tensor dy);
    }

    /** Called with the gradients of each input and output. */
    @FunctionalInterface
    public interface Gradients {
        /** What replaces the gradient {@code dx} of the input, which is null if it needs none; null leaves it. */
        @Nullable
        Tensor apply(Layer layer, @Nullable Tensor dx, Tensor dy);
    }

    /** Of hooks: prepend. */
    public interface Options extends PrependHook.Taker {}

    /** Of forward hooks: prepend, alwaysCall. */
    public interface OutputOptions extends Options, AlwaysCall.Taker {}

    final HookList<Input> inputs = new HookList<>();
    final HookList<Output> outputs = new HookList<>();
    final HookList<Output> always = new HookList<>(); // those that are called also if the layer throws
    final HookList<OutputGradient> outputGradients = new HookList<>();
    final HookList<Gradients> gradients = new HookList<>();

    LayerHooks() {}

    LayerHooks copy() {
        var copy = new LayerHooks();
        copy.inputs.addAll(inputs);
        copy.outputs.addAll(outputs);
        copy.always.addAll(always);
        copy.outputGradients.addAll(outputGradients);
        copy.gradients.addAll(gradients);
        return copy;
    }

    Tensor around(Layer layer, Tensor given, UnaryOperator<Tensor> forward) {
        var x = given;
        for (var hook : inputs) {
            var replaced = hook.apply(layer, x);
            if (replaced != null) x = replaced;
        }
        boolean backward = GradMode.isEnabled() && !(gradients.isEmpty() && outputGradients.isEmpty());
        var call = backward ? new Call(layer, x.requiresGrad()) : null;
        var seen = call == null ? x : call.input(x);
        var y = computed(layer, seen, forward);
        for (var hook : outputs) {
            var replaced = hook.apply(layer, seen, y);
            if (replaced != null) y = replaced;
        }
        return call == null ? y : call.output(y);
    }

    @SuppressWarnings("NullAway") // there is no output, as alwaysCall says
    private Tensor computed(Layer layer, Tensor x, UnaryOperator<Tensor> forward) {
        try {
            return forward.apply(x);
        } catch (RuntimeException e) {
            for (var hook : always) hook.apply(layer, x, null);
            throw e;
        }
    }

    /** One call of a layer whose gradients are watched: input and output pass through operations that change nothing. */
    private final class Call {
        private final Layer layer;
        private final boolean hasInputGradient;
        private @Nullable Tensor dy;

        Call(Layer layer, boolean hasInputGradient) {
            this.layer = layer;
            this.hasInputGradient = hasInputGradient;
        }

        Tensor input(Tensor x) {
            if (!hasInputGradient) return x;
            var seen = same(x);
            seen.registerHook(dx -> dy == null ? null : arrived(dx, dy));
            return seen;
        }

        Tensor output(Tensor y) {
            if (!y.requiresGrad()) return y;
            var seen = same(y);
            seen.registerHook(g -> {
                for (var hook : outputGradients) {
                    var replaced = hook.apply(layer, g);
                    if (replaced != null) g = replaced;
                }
                dy = g;
                if (!hasInputGradient) arrived(null, g);
                return g;
            });
            return seen;
        }

        private @Nullable Tensor arrived(@Nullable Tensor dx, Tensor dy) {
            for (var hook : gradients) {
                var replaced = hook.apply(layer, dx, dy);
                if (replaced != null) dx = replaced;
            }
            return dx;
        }
    }

    private static Tensor same(Tensor x) {
        return Op.of("BackwardHookFunction", x.detach()).wrt(x, dy -> dy).result();
    }
}
