package flambeau.tensor;

import static flambeau.args.Args.checkNan;
import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isGradsBatched;
import static flambeau.args.Args.materializeGrads;

import flambeau.args.AllowUnused;
import flambeau.args.Arg;
import flambeau.args.GradOutputs;
import flambeau.args.Inputs;
import flambeau.args.RetainGraph;
import flambeau.autograd.Anomaly;
import flambeau.autograd.Engine;
import flambeau.autograd.GradMode;
import flambeau.autograd.Guard;
import flambeau.memory.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gradients, and what is recorded for them. */
abstract sealed class Grads extends Contracting permits Printing {
    Grads() {}

    /** Operations are not recorded until the guard is closed: {@code try (var _ = noGrad()) { ... }}. */
    public static Guard noGrad() {
        return GradMode.set(false);
    }

    /** Operations are recorded until the guard is closed, also inside {@link #noGrad}. */
    public static Guard enableGrad() {
        return GradMode.set(true);
    }

    /** Operations are recorded, or not, from now on, or until the guard is closed. */
    public static Guard setGradEnabled(boolean mode) {
        return GradMode.set(mode);
    }

    /** Whether operations of this thread are recorded. */
    public static boolean isGradEnabled() {
        return GradMode.isWanted();
    }

    /** Like {@link #inferenceMode(boolean)} with true. */
    public static Guard inferenceMode() {
        return inferenceMode(true);
    }

    /**
     * Like {@link #noGrad} until the guard is closed, and what is made meanwhile takes no part in backward passes later: outside
     * it can neither change in place nor require a gradient.
     *
     * <p>Unlike PyTorch, an operation that needs a tensor made so for its gradient is refused by the backward pass and not
     * when it is called.
     *
     * @param mode false: back to recording, inside
     */
    public static Guard inferenceMode(boolean mode) {
        boolean before = Storage.inferOnly(mode);
        var recording = GradMode.setInference(mode);
        return () -> {
            recording.close();
            Storage.inferOnly(before);
        };
    }

    /** Whether this thread only infers. */
    public static boolean isInferenceModeEnabled() {
        return GradMode.isInference();
    }

    /**
     * Until the guard is closed, forward calls remember where they were made, and a backward pass that meets NaN or another
     * failure tells the forward call behind it. Of all threads, and slow: for finding errors.
     *
     * @param args checkNan (true)
     */
    @SafeVarargs
    public static Guard detectAnomaly(Arg<? super AutogradTakes.Anomaly>... args) {
        return setDetectAnomaly(true, args);
    }

    /**
     * Switches what {@link #detectAnomaly} does, from now on or until the guard is closed.
     *
     * @param args checkNan (true)
     */
    @SafeVarargs
    public static Guard setDetectAnomaly(boolean mode, Arg<? super AutogradTakes.Anomaly>... args) {
        return Anomaly.set(mode, given(args, checkNan(true)).value());
    }

    /** Whether anomalies are detected. */
    public static boolean isAnomalyEnabled() {
        return Anomaly.isEnabled();
    }

    /**
     * The gradients of {@code outputs} with respect to {@code inputs}, which are returned and not accumulated.
     *
     * @param gradients of the outputs, in their shapes; null for that of a scalar
     * @param args retainGraph (as createGraph), createGraph (false), allowUnused (as materializeGrads), materializeGrads
     *     (false), isGradsBatched (false: true takes a first dimension of gradients to be independent ones)
     * @return one an input; null, where allowUnused, for one on which no output depends
     * @throws IllegalArgumentException if an input does not require a gradient, or is not used
     */
    @SafeVarargs
    public static List<@Nullable Tensor> grad(
            List<Tensor> outputs,
            List<Tensor> inputs,
            List<? extends @Nullable Tensor> gradients,
            Arg<? super AutogradTakes.Grad>... args) {
        return gradients(outputs, inputs, gradients, args);
    }

    /**
     * The gradients of {@code outputs} with respect to {@code inputs}, which are returned and not accumulated.
     *
     * @param args gradOutputs (of scalars), retainGraph (as createGraph), createGraph (false), allowUnused (as
     *     materializeGrads), materializeGrads (false), isGradsBatched (false)
     * @return one an input; null, where allowUnused, for one on which no output depends
     */
    @SafeVarargs
    public static List<@Nullable Tensor> grad(
            List<Tensor> outputs, List<Tensor> inputs, Arg<? super AutogradTakes.Grad>... args) {
        return gradients(outputs, inputs, gradOutputs(outputs.size(), args), args);
    }

    /**
     * The gradients of a scalar with respect to {@code inputs}, which are returned and not accumulated.
     *
     * @param args gradOutputs (of a scalar), retainGraph (as createGraph), createGraph (false), allowUnused (as
     *     materializeGrads), materializeGrads (false), isGradsBatched (false)
     * @return one an input; null, where allowUnused, for one on which the output does not depend
     */
    @SafeVarargs
    public static List<@Nullable Tensor> grad(
            Tensor output, List<Tensor> inputs, Arg<? super AutogradTakes.Grad>... args) {
        return gradients(List.of(output), inputs, gradOutputs(1, args), args);
    }

    /**
     * The gradient of a scalar with respect to {@code input}, which is returned and not accumulated.
     *
     * @param args gradOutputs (of a scalar), retainGraph (as createGraph), createGraph (false), materializeGrads (false)
     */
    @SafeVarargs
    public static Tensor grad(Tensor output, Tensor input, Arg<? super AutogradTakes.GradOfOne>... args) {
        return Objects.requireNonNull(gradients(List.of(output), List.of(input), gradOutputs(1, args), args)
                .getFirst());
    }

    private static List<? extends @Nullable Tensor> gradOutputs(int n, Arg<?>[] args) {
        var given = given(args, GradOutputs.class);
        if (given == null) return Collections.nCopies(n, null);
        var all = new ArrayList<@Nullable Tensor>();
        for (var each : given.value()) all.add((Tensor) each);
        return all;
    }

    private static List<@Nullable Tensor> gradients(
            List<Tensor> outputs, List<Tensor> inputs, List<? extends @Nullable Tensor> gradients, Arg<?>[] args) {
        Check.that(!inputs.isEmpty(), "grad: there must be an input");
        if (given(args, isGradsBatched(false)).value()) return batched(outputs, inputs, gradients, args);
        var dys = checkedGradients("grad", outputs, gradients);
        boolean create = given(args, createGraph(false)).value();
        boolean materialize = given(args, materializeGrads(false)).value();
        var unused = given(args, AllowUnused.class);
        Check.that(
                unused == null || unused.value() || !materialize,
                "grad: materializeGrads(true) goes with allowUnused(true) only");
        var retain = given(args, RetainGraph.class);
        var found =
                new Engine<Tensor>(retain == null ? create : retain.value(), create).gradients(outputs, dys, inputs);
        Check.that(
                materialize || unused != null && unused.value() || !found.contains(null),
                "grad: no output depends on input %d; give allowUnused(true)",
                found.indexOf(null));
        if (materialize)
            for (int i = 0; i < found.size(); i++)
                if (found.get(i) == null) found.set(i, Tensors.zerosLike(inputs.get(i)));
        return found;
    }

    /** One pass for each place of the first dimension of the gradients. */
    private static List<@Nullable Tensor> batched(
            List<Tensor> outputs, List<Tensor> inputs, List<? extends @Nullable Tensor> gradients, Arg<?>[] args) {
        int n = -1;
        for (var each : gradients) {
            Check.that(each != null && each.dim() > 0, "grad: isGradsBatched needs gradients with a first dimension");
            Check.that(n < 0 || n == each.size(0), "grad: batches of gradients differ: %d and %d", n, each.size(0));
            n = each.size(0);
        }
        var all = new ArrayList<List<Tensor>>();
        for (var _ : inputs) all.add(new ArrayList<>());
        var found = new ArrayList<@Nullable Tensor>(Collections.nCopies(inputs.size(), null));
        var retain = given(args, RetainGraph.class);
        for (int i = 0; i < n; i++) {
            var one = new ArrayList<@Nullable Tensor>();
            for (var each : gradients) one.add(Objects.requireNonNull(each).get(i));
            boolean last = i == n - 1 && (retain == null || !retain.value());
            var options = new ArrayList<Arg<?>>(Arrays.asList(args));
            options.removeIf(a -> a instanceof RetainGraph || a.equals(isGradsBatched(true)));
            if (!last || retain != null) options.add(new RetainGraph(!last));
            var part = gradients(outputs, inputs, one, options.toArray(new Arg<?>[0]));
            for (int k = 0; k < part.size(); k++) {
                var dx = part.get(k);
                if (dx != null) all.get(k).add(dx);
            }
        }
        for (int k = 0; k < inputs.size(); k++) if (!all.get(k).isEmpty()) found.set(k, Tensors.stack(all.get(k), 0));
        return found;
    }

    /** The gradients of {@code outputs}, those that are not given being 1. */
    static List<Tensor> checkedGradients(String op, List<Tensor> outputs, List<? extends @Nullable Tensor> given) {
        Check.that(
                !outputs.isEmpty() && outputs.size() == given.size(),
                "%s: each output needs a gradient, got %d for %d",
                op,
                given.size(),
                outputs.size());
        var dys = new ArrayList<Tensor>();
        for (int i = 0; i < outputs.size(); i++) {
            Tensor y = outputs.get(i), dy = given.get(i);
            Check.state(y.requiresGrad(), "%s: output %d does not require a gradient and has no history", op, i);
            if (dy == null) y.checkScalar(op);
            else y.checkGradient(op, dy);
            dys.add(dy == null ? Tensors.onesLike(y) : dy);
        }
        return dys;
    }

    static void accumulate(
            List<Tensor> outputs,
            List<Tensor> gradients,
            boolean createGraph,
            @Nullable RetainGraph retain,
            @Nullable Inputs inputs) {
        var only = new ArrayList<Tensor>();
        if (inputs != null) for (var x : inputs.value()) only.add((Tensor) x);
        Check.that(inputs == null || !only.isEmpty(), "backward: inputs must not be empty");
        new Engine<Tensor>(retain == null ? createGraph : retain.value(), createGraph)
                .accumulate(outputs, gradients, only);
    }
}
