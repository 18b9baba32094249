package flambeau.nn.utils;

import static flambeau.args.Args.errorIfNonfinite;
import static flambeau.args.Args.given;
import static flambeau.args.Args.normType;
import static flambeau.args.Args.ord;
import static flambeau.tensor.Linalg.vectorNorm;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.stack;

import flambeau.args.Arg;
import flambeau.args.ErrorIfNonfinite;
import flambeau.args.NormType;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.nn.Module;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Limits the gradients of parameters, between the backward pass and the step of an optimiser.
 *
 * <p>Source: {@code torch.nn.utils}.
 *
 * {@snippet :
 * var net = new Linear(3, 4);
 * net.apply(randn(2, 3)).sum().backward();
 * var norm = flambeau.nn.utils.Gradients.clipGradNorm_(net.parameters(), 1);
 * }
 */
public final class Gradients {
    /** A norm of tensors: normType, errorIfNonfinite. */
    public interface Norm extends NormType.Taker, ErrorIfNonfinite.Taker {}

    private Gradients() {}

    /**
     * Scales all gradients together so that their norm, as one vector, is not above {@code maxNorm}.
     *
     * <p>Unlike PyTorch, a gradient that is infinite or NaN is refused unless {@code errorIfNonfinite(false)} is given.
     *
     * @param parameters what has gradients; those without are passed over
     * @param maxNorm the largest norm
     * @param args normType (2), errorIfNonfinite (true)
     * @return the norm before
     * @throws IllegalArgumentException if the norm is not finite; nothing is changed then
     */
    @SafeVarargs
    public static Tensor clipGradNorm_(
            Iterable<? extends Tensor> parameters, double maxNorm, Arg<? super Norm>... args) {
        return clip(parameters, place -> "parameter " + place, maxNorm, args);
    }

    private static Tensor clip(
            Iterable<? extends Tensor> parameters,
            IntFunction<String> names,
            double maxNorm,
            Arg<? super Norm>[] args) {
        try (var _ = GradMode.set(false)) {
            var total = norm(gradients(parameters), given(args, normType(2)));
            if (given(args, errorIfNonfinite(true)).value()) check(parameters, names, total);
            var factor = total.add(1e-6).reciprocal().mul(maxNorm).clamp(null, 1.0);
            for (var dx : gradients(parameters)) dx.mul_(factor.to(dx.dtype()));
            return total;
        }
    }

    /**
     * Scales the gradient of one parameter so that its norm is not above {@code maxNorm}.
     *
     * @param parameters what has a gradient
     * @param maxNorm the largest norm
     * @param args normType (2), errorIfNonfinite (true)
     * @return the norm before
     * @throws IllegalArgumentException if the norm is not finite; nothing is changed then
     */
    @SafeVarargs
    public static Tensor clipGradNorm_(Tensor parameters, double maxNorm, Arg<? super Norm>... args) {
        return clipGradNorm_(List.of(parameters), maxNorm, args);
    }

    /**
     * Scales the gradients of a model together so that their norm, as one vector, is not above {@code maxNorm}.
     *
     * @param model whose parameters have gradients, and whose names for them are in messages
     * @param maxNorm the largest norm
     * @param args normType (2), errorIfNonfinite (true)
     * @return the norm before
     * @throws IllegalArgumentException if the norm is not finite; nothing is changed then
     */
    @SafeVarargs
    public static Tensor clipGradNorm_(Module model, double maxNorm, Arg<? super Norm>... args) {
        var all = model.namedParameters();
        return clip(all.values(), List.copyOf(all.keySet())::get, maxNorm, args);
    }

    private static void check(Iterable<? extends Tensor> parameters, IntFunction<String> names, Tensor total) {
        if (Double.isFinite(total.item().doubleValue())) return;
        int place = 0;
        for (var p : parameters) {
            var dx = p.grad();
            if (dx != null && !dx.isfinite().all().isTrue())
                throw new IllegalArgumentException("clipGradNorm_: gradients must be finite, that of %s (%s) is not"
                        .formatted(names.apply(place), p.describe()));
            place++;
        }
        throw new IllegalArgumentException(
                "clipGradNorm_: the norm of the gradients must be finite, got " + total.item());
    }

    /**
     * Limits each element of the gradients to {@code [-clipValue, clipValue]}.
     *
     * @param parameters what has gradients; those without are passed over
     * @param clipValue the largest absolute value
     */
    public static void clipGradValue_(Iterable<? extends Tensor> parameters, double clipValue) {
        try (var _ = GradMode.set(false)) {
            for (var dx : gradients(parameters)) dx.clamp_(-clipValue, clipValue);
        }
    }

    /**
     * The norm of tensors as one vector: the norm of their norms.
     *
     * @param tensors what is measured; the norm of none is 0
     * @param args normType (2), errorIfNonfinite (false)
     * @throws IllegalArgumentException if the norm is not finite and that was to be refused
     */
    @SafeVarargs
    public static Tensor getTotalNorm(Iterable<? extends Tensor> tensors, Arg<? super Norm>... args) {
        var all = new ArrayList<Tensor>();
        for (var x : tensors) all.add(x);
        var total = norm(all, given(args, normType(2)));
        if (given(args, errorIfNonfinite(false)).value()
                && !Double.isFinite(total.item().doubleValue()))
            throw new IllegalArgumentException("getTotalNorm: the norm must be finite, got " + total.item());
        return total;
    }

    private static Tensor norm(List<Tensor> tensors, NormType type) {
        if (tensors.isEmpty()) return full(Shape.SCALAR, 0.0);
        var norms = new ArrayList<Tensor>();
        for (var x : tensors)
            norms.add(vectorNorm(x, ord(type.value())).to(tensors.getFirst().dtype()));
        return vectorNorm(stack(norms), ord(type.value()));
    }

    private static List<Tensor> gradients(Iterable<? extends Tensor> parameters) {
        var all = new ArrayList<Tensor>();
        for (var p : parameters) {
            var dx = p.grad();
            if (dx != null) all.add(dx);
        }
        return all;
    }
}
