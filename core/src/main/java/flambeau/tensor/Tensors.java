package flambeau.tensor;

import static flambeau.args.Args.allowUnused;
import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;

import flambeau.args.Arg;
import flambeau.args.RetainGraph;
import flambeau.autograd.Engine;
import flambeau.autograd.GradMode;
import flambeau.autograd.Guard;
import flambeau.kernel.Parallel;
import flambeau.memory.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes tensors: PyTorch's functions of the module {@code torch}, for a static import. */
public final class Tensors extends Printing {
    private Tensors() {}

    /** The tensors one behind the other along a dimension that they have. */
    public static Tensor cat(List<Tensor> tensors, int along) {
        return Joining.cat(tensors, along);
    }

    /** The tensors, all of one shape, along a new dimension. */
    public static Tensor stack(List<Tensor> tensors, int along) {
        return Joining.stack(tensors, along);
    }

    /** Elements of {@code a} where {@code condition} (bool) holds, else those of {@code b}. */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return a.where(condition, b);
    }

    /** One place of a dimension, for {@link Tensor#get(Index...)}. */
    public static Index at(int index) {
        return new Index.At(index);
    }

    /** The places from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop) {
        return new Index.Slice(start, stop, 1);
    }

    /** Every {@code step}-th place from {@code start} to {@code stop}, exclusive. */
    public static Index slice(int start, int stop, int step) {
        return new Index.Slice(start, stop, step);
    }

    /** All places of a dimension. */
    public static Index all() {
        return new Index.Slice(0, Integer.MAX_VALUE, 1);
    }

    /** All places of as many dimensions as the index does not name. */
    public static Index ellipsis() {
        return new Index.Ellipsis();
    }

    /** A new dimension of size 1. */
    public static Index newAxis() {
        return new Index.NewAxis();
    }

    /** Operations are not recorded until the guard is closed: {@code try (var _ = noGrad()) { ... }}. */
    public static Guard noGrad() {
        return GradMode.set(false);
    }

    /** Operations are recorded until the guard is closed, also inside {@link #noGrad}. */
    public static Guard enableGrad() {
        return GradMode.set(true);
    }

    /** Whether operations of this thread are recorded. */
    public static boolean isGradEnabled() {
        return GradMode.isEnabled();
    }

    /**
     * The gradients of {@code outputs} with respect to {@code inputs}, which are returned and not accumulated.
     *
     * @param gradients of the outputs, in their shapes
     * @param args retainGraph (as createGraph), createGraph (false), allowUnused (false)
     * @return one an input; null, where allowUnused, for one on which no output depends
     * @throws IllegalArgumentException if an input does not require a gradient, or is not used
     */
    @SafeVarargs
    public static List<@Nullable Tensor> grad(
            List<Tensor> outputs, List<Tensor> inputs, List<Tensor> gradients, Arg<? super Takes.Grad>... args) {
        Check.that(
                !outputs.isEmpty() && outputs.size() == gradients.size(),
                "grad: each output needs a gradient, got %d for %d",
                gradients.size(),
                outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            var y = outputs.get(i);
            Check.state(y.requiresGrad(), "grad: output %d does not require a gradient and has no history", i);
            y.checkGradient("grad", gradients.get(i));
        }
        boolean create = given(args, createGraph(false)).value();
        var retain = given(args, RetainGraph.class);
        var found = new Engine<Tensor>(retain == null ? create : retain.value(), create)
                .gradients(outputs, gradients, inputs);
        boolean unused = given(args, allowUnused(false)).value();
        Check.that(
                unused || !found.contains(null),
                "grad: no output depends on input %d; give allowUnused(true)",
                found.indexOf(null));
        return found;
    }

    /**
     * The gradients of a scalar with respect to {@code inputs}, which are returned and not accumulated.
     *
     * @param args retainGraph (as createGraph), createGraph (false), allowUnused (false)
     * @return one an input; null, where allowUnused, for one on which the output does not depend
     */
    @SafeVarargs
    public static List<@Nullable Tensor> grad(Tensor output, List<Tensor> inputs, Arg<? super Takes.Grad>... args) {
        output.checkScalar("grad");
        return grad(List.of(output), inputs, List.of(onesLike(output)), args);
    }

    /**
     * The gradient of a scalar with respect to {@code input}, which is returned and not accumulated.
     *
     * @param args retainGraph (as createGraph), createGraph (false)
     */
    @SafeVarargs
    public static Tensor grad(Tensor output, Tensor input, Arg<? super Takes.Backward>... args) {
        output.checkScalar("grad");
        boolean create = given(args, createGraph(false)).value();
        var retain = given(args, RetainGraph.class);
        var found = grad(
                List.of(output),
                List.of(input),
                List.of(onesLike(output)),
                createGraph(create),
                new RetainGraph(retain == null ? create : retain.value()));
        return Objects.requireNonNull(found.getFirst());
    }

    /** Lets {@code x} outlive the scopes that are open on this thread; returns it. */
    public static Tensor keep(Tensor x) {
        Scope.escape(x.storage());
        return x;
    }

    /**
     * Memory of tensors that are made inside returns at its end, but for leaves' gradients and what {@link #keep} was told:
     * {@code try (var _ = scope()) { ... }}. Nothing needs this; it saves the last few per cent of a training loop.
     */
    public static Guard scope() {
        return Scope.open()::close;
    }

    /** Sets the number of threads that work on one operation. */
    public static void setNumThreads(int n) {
        Parallel.setThreads(n);
    }

    /** The number of threads that work on one operation. */
    public static int getNumThreads() {
        return Parallel.threads();
    }

    /** {@code value} as a whole number if it is one, so that it does not make integers floating. */
    static Number whole(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) return (long) value;
        return value;
    }
}
