package flambeau.tensor;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;
import static flambeau.args.Args.preserveRngState;
import static flambeau.args.Args.strict;

import flambeau.args.Arg;
import flambeau.args.Inputs;
import flambeau.args.RetainGraph;
import flambeau.autograd.Checkpoint;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's {@code torch.autograd}: derivatives of whole functions, checks of gradients, checkpoints. A function of several tensors
 * takes and gives lists. See also {@link Tensors#grad}, {@link Tensors#noGrad} and {@link Function}.
 */
public final class Autograd {
    private Autograd() {}

    /**
     * What a function gives, and its derivative times a vector.
     *
     * @param output of the function
     * @param product in the shape of the output (jvp) or of the input
     */
    public record Product(Tensor output, Tensor product) {}

    /**
     * What a function of several tensors gives, and its derivative times vectors.
     *
     * @param outputs of the function
     * @param products one an output (jvp) or an input
     */
    public record Products(List<Tensor> outputs, List<Tensor> products) {}

    /** A function of several tensors with one result. */
    @FunctionalInterface
    public interface ToOne {
        /** The result. */
        Tensor apply(List<Tensor> inputs);
    }

    /** The gradients of these scalars with respect to the leaves are added to theirs. */
    @SafeVarargs
    public static void backward(List<Tensor> tensors, Arg<? super Takes.Backward>... args) {
        backward(tensors, Collections.nCopies(tensors.size(), null), args);
    }

    /**
     * The gradients of {@code tensors}, given their own, with respect to the leaves are added to theirs.
     *
     * @param gradTensors one each; null for that of a scalar
     * @param args retainGraph (as createGraph), createGraph (false), inputs (all leaves)
     */
    @SafeVarargs
    public static void backward(
            List<Tensor> tensors, List<? extends @Nullable Tensor> gradTensors, Arg<? super Takes.Backward>... args) {
        Grads.accumulate(
                tensors,
                Grads.checkedGradients("backward", tensors, gradTensors),
                given(args, createGraph(false)).value(),
                given(args, RetainGraph.class),
                given(args, Inputs.class));
    }

    /**
     * {@code function(x)}, of which only the result is kept: what lies between is computed again when gradients are asked for.
     *
     * @param args preserveRngState (true: the second time draws the same random numbers)
     */
    @SafeVarargs
    public static Tensor checkpoint(UnaryOperator<Tensor> function, Tensor x, Arg<? super Takes.Checkpoint>... args) {
        return checkpoint((List<Tensor> all) -> List.of(function.apply(all.getFirst())), List.of(x), args)
                .getFirst();
    }

    /** Like {@link #checkpoint(UnaryOperator, Tensor, Arg...)}, for two tensors. */
    @SafeVarargs
    public static Tensor checkpoint(
            BinaryOperator<Tensor> function, Tensor a, Tensor b, Arg<? super Takes.Checkpoint>... args) {
        return checkpoint((List<Tensor> all) -> List.of(function.apply(all.get(0), all.get(1))), List.of(a, b), args)
                .getFirst();
    }

    /** Like {@link #checkpoint(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static List<Tensor> checkpoint(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super Takes.Checkpoint>... args) {
        var generator = Generator.getDefault();
        var state = given(args, preserveRngState(true)).value() ? generator.getState() : null;
        Supplier<List<Tensor>> forward = () -> List.copyOf(function.apply(inputs));
        Supplier<List<Tensor>> again = () -> {
            for (var x : inputs) BackwardPass.check(x.storage());
            return BackwardPass.unchecked(() -> {
                if (state == null) return forward.get();
                var now = generator.getState();
                generator.setState(state);
                try {
                    return forward.get();
                } finally {
                    generator.setState(now);
                }
            });
        };
        return Checkpoint.of(forward, again, Tensor::detach);
    }

    /**
     * The derivative of each element of {@code function(x)} by each of x, in the shape of the result followed by that of x.
     *
     * @param args createGraph (false), strict (false: a result that does not depend on x has the derivative 0)
     */
    @SafeVarargs
    public static Tensor jacobian(UnaryOperator<Tensor> function, Tensor x, Arg<? super Takes.Functional>... args) {
        return jacobian(Functional.lifted(function), List.of(x), args)
                .getFirst()
                .getFirst();
    }

    /** Like {@link #jacobian(UnaryOperator, Tensor, Arg...)}, of each result by each input: {@code get(i).get(j)}. */
    @SafeVarargs
    public static List<List<Tensor>> jacobian(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super Takes.Functional>... args) {
        return functional("jacobian", args).jacobian(function, inputs);
    }

    /**
     * The second derivatives of the scalar {@code function(x)}, in the shape of x twice.
     *
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Tensor hessian(UnaryOperator<Tensor> function, Tensor x, Arg<? super Takes.Functional>... args) {
        return hessian(all -> function.apply(all.getFirst()), List.of(x), args)
                .getFirst()
                .getFirst();
    }

    /** Like {@link #hessian(UnaryOperator, Tensor, Arg...)}, by each pair of inputs: {@code get(i).get(j)}. */
    @SafeVarargs
    public static List<List<Tensor>> hessian(
            ToOne function, List<Tensor> inputs, Arg<? super Takes.Functional>... args) {
        return functional("hessian", args).hessian(function, inputs);
    }

    /**
     * {@code function(x)}, and v times its Jacobian.
     *
     * @param v in the shape of the result; null for a scalar
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Product vjp(
            UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v, Arg<? super Takes.Functional>... args) {
        return one(vjp(Functional.lifted(function), List.of(x), listed(v), args));
    }

    /** Like {@link #vjp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static Products vjp(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super Takes.Functional>... args) {
        return functional("vjp", args).vjp(function, inputs, v);
    }

    /**
     * {@code function(x)}, and its Jacobian times v, by differentiating twice backwards.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Product jvp(
            UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v, Arg<? super Takes.Functional>... args) {
        return one(jvp(Functional.lifted(function), List.of(x), listed(v), args));
    }

    /** Like {@link #jvp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static Products jvp(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super Takes.Functional>... args) {
        return functional("jvp", args).jvp(function, inputs, v);
    }

    /**
     * The scalar {@code function(x)}, and v times its Hessian.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Product vhp(
            UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v, Arg<? super Takes.Functional>... args) {
        return one(vhp(all -> function.apply(all.getFirst()), List.of(x), listed(v), args));
    }

    /** Like {@link #vhp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors; {@code outputs} has one entry. */
    @SafeVarargs
    public static Products vhp(
            ToOne function, List<Tensor> inputs, @Nullable List<Tensor> v, Arg<? super Takes.Functional>... args) {
        return functional("vhp", args).vhp(function, inputs, v);
    }

    /**
     * The scalar {@code function(x)}, and its Hessian times v; {@link #vhp} is the cheaper of the two and gives the same.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Product hvp(
            UnaryOperator<Tensor> function, Tensor x, @Nullable Tensor v, Arg<? super Takes.Functional>... args) {
        return one(hvp(all -> function.apply(all.getFirst()), List.of(x), listed(v), args));
    }

    /** Like {@link #hvp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors; {@code outputs} has one entry. */
    @SafeVarargs
    public static Products hvp(
            ToOne function, List<Tensor> inputs, @Nullable List<Tensor> v, Arg<? super Takes.Functional>... args) {
        return functional("hvp", args).hvp(function, inputs, v);
    }

    /**
     * Whether the gradients of {@code function} at x are those of finite differences.
     *
     * @param x requires a gradient, and should be float64; its values change and come back meanwhile
     * @param args eps (1e-6), atol (1e-5), rtol (1e-3), raiseException (true), nondetTol (0), checkUndefinedGrad (true),
     *     checkGradDtypes (false), fastMode (false: whole Jacobians)
     * @return true; false for a difference, where raiseException(false)
     * @throws IllegalStateException for a difference, with both Jacobians
     */
    @SafeVarargs
    public static boolean gradcheck(UnaryOperator<Tensor> function, Tensor x, Arg<? super Takes.Gradcheck>... args) {
        return gradcheck(Functional.lifted(function), List.of(x), args);
    }

    /** Like {@link #gradcheck(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static boolean gradcheck(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super Takes.Gradcheck>... args) {
        return Gradcheck.of("gradcheck", args).run(function, inputs);
    }

    /**
     * Whether the gradients of the gradients of {@code function} at x are those of finite differences.
     *
     * @param x requires a gradient, and should be float64
     * @param args those of {@link #gradcheck(UnaryOperator, Tensor, Arg...)}, genNonContigGradOutputs (false)
     */
    @SafeVarargs
    public static boolean gradgradcheck(
            UnaryOperator<Tensor> function, Tensor x, Arg<? super Takes.Gradgradcheck>... args) {
        return gradgradcheck(Functional.lifted(function), List.of(x), null, args);
    }

    /** Like {@link #gradgradcheck(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static boolean gradgradcheck(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super Takes.Gradgradcheck>... args) {
        return gradgradcheck(function, inputs, null, args);
    }

    /**
     * Like {@link #gradgradcheck(UnaryOperator, Tensor, Arg...)}, for several tensors and results.
     *
     * @param gradOutputs the gradients of the results; null draws them
     */
    @SafeVarargs
    public static boolean gradgradcheck(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> gradOutputs,
            Arg<? super Takes.Gradgradcheck>... args) {
        return Gradcheck.of("gradgradcheck", args).runTwice(function, inputs, gradOutputs, args);
    }

    private static Functional functional(String name, Arg<?>[] args) {
        return new Functional(
                name,
                given(args, createGraph(false)).value(),
                given(args, strict(false)).value());
    }

    private static @Nullable List<Tensor> listed(@Nullable Tensor v) {
        return v == null ? null : List.of(v);
    }

    private static Product one(Products all) {
        return new Product(
                all.outputs().getFirst(), Objects.requireNonNull(all.products().getFirst()));
    }
}
