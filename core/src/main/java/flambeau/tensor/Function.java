package flambeau.tensor;

import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable function whose gradient the user writes: PyTorch's {@code torch.autograd.Function}. Parameters that are no
 * tensors are fields.
 *
 * {@snippet :
 * class Cube extends Function {
 *     @Override
 *     protected Tensor[] forward(Context ctx, Tensor... x) {
 *         ctx.saveForBackward(x);
 *         return tuple(x[0].pow(3));
 *     }
 *
 *     @Override
 *     protected Tensor[] backward(Context ctx, Tensor... dy) {
 *         return tuple(dy[0].mul(ctx.savedTensors()[0].square()).mul(3));
 *     }
 * }
 * var y = new Cube().apply(x);
 * }
 *
 * <p>A backward that is written in operations of tensors can be differentiated in turn. What either method makes or sees is its
 * own to keep.
 */
public abstract class Function {
    /** For subclasses. */
    protected Function() {}

    /**
     * The results, computed without recording.
     *
     * @param ctx what backward is to know
     * @param inputs what {@link #apply} was given
     */
    protected abstract Tensor[] forward(Context ctx, Tensor... inputs);

    /**
     * The gradients of the inputs, one each; null stands for zero, or for an input that needs none.
     *
     * @param ctx the one that forward was given
     * @param gradOutputs the gradients of the results, one each; zeros for a result that has none, or null if
     *     {@link Context#setMaterializeGrads} says so
     */
    protected abstract @Nullable Tensor[] backward(Context ctx, Tensor... gradOutputs);

    /** Whether backward is no differentiable function itself, so that gradients of gradients are refused; false at first. */
    protected boolean isOnceDifferentiable() {
        return false;
    }

    /** The tensors as an array, for {@code return}. */
    @SuppressWarnings("NullAway") // null is for gradients alone
    protected static Tensor[] tuple(@Nullable Tensor... tensors) {
        return tensors;
    }

    /**
     * The result for these inputs.
     *
     * @throws IllegalStateException if there are several; {@link #applyAll} gives those
     */
    public final Tensor apply(Tensor... inputs) {
        var all = applyAll(inputs);
        Check.state(all.size() == 1, "%s: forward gave %d results, use applyAll", name(), all.size());
        return all.getFirst();
    }

    /** All results for these inputs. */
    public final List<Tensor> applyAll(Tensor... inputs) {
        var ctx = new Context(inputs);
        Tensor[] found;
        try (var _ = GradMode.set(false)) {
            found = forward(ctx, inputs.clone());
        }
        Check.that(found != null && found.length > 0, "%s: forward gave no result", name());
        for (var y : found) Check.that(y != null, "%s: forward gave a result that is null", name());
        for (var x : ctx.dirty)
            Check.that(
                    holds(inputs, x) && holds(found, x),
                    "%s: markDirty is for inputs that are changed in place and returned",
                    name());
        return ctx.needsAny() ? recorded(ctx, inputs, found) : List.of(found);
    }

    private List<Tensor> recorded(Context ctx, Tensor[] inputs, Tensor[] found) {
        var ys = new ArrayList<Tensor>();
        var differentiable = new boolean[found.length];
        for (int i = 0; i < found.length; i++) {
            var y = found[i];
            boolean another = holds(inputs, y) || y.base() != null || y.requiresGrad() || ys.contains(y);
            ys.add(another ? y.detach() : y);
            differentiable[i] = y.dtype().isFloatingPoint() && !ctx.nonDifferentiable.contains(y);
        }
        for (var x : ctx.dirty) x.checkRecordable(name(), x);
        ctx.results(ys);
        Op.record(name() + "Backward", List.of(inputs), ys, differentiable, new FunctionCall(this, ctx));
        for (int i = 0; i < found.length; i++)
            if (ctx.dirty.contains(found[i])) {
                found[i].follow(ys.get(i));
                ys.set(i, found[i]);
            } else if (!holds(inputs, found[i])) {
                ctx.replace(found[i], ys.get(i));
            }
        return List.copyOf(ys);
    }

    private static boolean holds(Tensor[] all, Tensor x) {
        for (var each : all) if (each == x) return true;
        return false;
    }

    String name() {
        var name = getClass().getSimpleName();
        return name.isEmpty() ? "Function" : name;
    }

    /** What forward leaves for backward, and says about its results. */
    public static final class Context {
        private final boolean[] needs;
        final List<Tensor> inputs; // those that need a gradient
        final List<Tensor> dirty = new ArrayList<>();
        final List<Tensor> nonDifferentiable = new ArrayList<>();
        private @Nullable Tensor[] saved = {};
        private final java.util.Map<String, Object> values = new java.util.HashMap<>();
        private boolean materialize = true;
        private List<TensorForm> results = List.of();

        private Context(Tensor[] inputs) {
            needs = new boolean[inputs.length];
            for (int i = 0; i < needs.length; i++) needs[i] = GradMode.isEnabled() && inputs[i].requiresGrad();
            this.inputs = Arrays.stream(inputs).filter(Tensor::requiresGrad).toList();
        }

        private void results(List<Tensor> ys) {
            results = ys.stream().map(y -> new TensorForm(y.shape(), y.dtype())).toList();
        }

        private void replace(Tensor before, Tensor after) {
            for (int i = 0; i < saved.length; i++) if (saved[i] == before) saved[i] = after;
        }

        private boolean needsAny() {
            for (boolean each : needs) if (each) return true;
            return false;
        }

        /** Keeps inputs or results for backward, which refuses those that were changed in place meanwhile; null is allowed. */
        public void saveForBackward(@Nullable Tensor... tensors) {
            saved = tensors.clone();
        }

        /**
         * What was saved, in its order.
         *
         * @throws IllegalStateException if one was changed in place since
         */
        @SuppressWarnings("NullAway") // null is what the caller saved
        public Tensor[] savedTensors() {
            for (var each : saved) if (each != null) BackwardPass.check(each.storage());
            return saved.clone();
        }

        /** Keeps a value that is no tensor under a name. */
        public void put(String name, Object value) {
            values.put(name, value);
        }

        /**
         * The value kept under a name.
         *
         * @throws IllegalArgumentException if there is none of this type
         */
        public <T> T get(String name, Class<T> type) {
            var value = values.get(name);
            if (!type.isInstance(value))
                throw new IllegalArgumentException(
                        "get: %s is %s, not a %s".formatted(name, value, type.getSimpleName()));
            return type.cast(value);
        }

        /** Whether the gradient of each input is needed. */
        public boolean[] needsInputGrad() {
            return needs.clone();
        }

        /** Whether the gradient of an input is needed. */
        public boolean needsInputGrad(int input) {
            return needs[input];
        }

        /** Says that these results have no gradient. Those of whole numbers never have. */
        public void markNonDifferentiable(Tensor... tensors) {
            nonDifferentiable.addAll(List.of(tensors));
        }

        /** Says that these inputs were changed in place; they must be among the results. */
        public void markDirty(Tensor... tensors) {
            dirty.addAll(List.of(tensors));
        }

        /** Whether backward is given zeros for a result without a gradient (true, at first) or null. */
        public void setMaterializeGrads(boolean value) {
            materialize = value;
        }

        boolean savesNothing() {
            return saved.length == 0;
        }

        /** The gradients of the results as backward is to see them. */
        Tensor[] shown(List<@Nullable Tensor> dys) {
            var all = new Tensor[dys.size()];
            for (int i = 0; i < all.length; i++) {
                var dy = dys.get(i);
                if (dy == null && materialize) {
                    var form = results.get(i);
                    dy = Tensors.zeros(form.shape()).to(form.dtype());
                }
                if (dy != null) all[i] = dy;
            }
            return all;
        }

        int inputCount() {
            return needs.length;
        }
    }
}
