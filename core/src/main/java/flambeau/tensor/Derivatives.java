package flambeau.tensor;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;
import static flambeau.args.Args.strict;

import flambeau.args.Arg;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Derivatives of whole functions. */
abstract sealed class Derivatives permits FiniteDifferences {
    Derivatives() {}

    /**
     * The derivative of each element of {@code function(x)} by each of x, in the shape of the result followed by that of x.
     *
     * @param args createGraph (false), strict (false: a result that does not depend on x has the derivative 0)
     */
    @SafeVarargs
    public static Tensor jacobian(
            UnaryOperator<Tensor> function, Tensor x, Arg<? super AutogradTakes.Functional>... args) {
        return jacobian(Functional.lifted(function), List.of(x), args)
                .getFirst()
                .getFirst();
    }

    /** Like {@link #jacobian(UnaryOperator, Tensor, Arg...)}, of each result by each input: {@code get(i).get(j)}. */
    @SafeVarargs
    public static List<List<Tensor>> jacobian(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super AutogradTakes.Functional>... args) {
        return functional("jacobian", args).jacobian(function, inputs);
    }

    /**
     * The second derivatives of the scalar {@code function(x)}, in the shape of x twice.
     *
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Tensor hessian(
            UnaryOperator<Tensor> function, Tensor x, Arg<? super AutogradTakes.Functional>... args) {
        return hessian(all -> function.apply(all.getFirst()), List.of(x), args)
                .getFirst()
                .getFirst();
    }

    /** Like {@link #hessian(UnaryOperator, Tensor, Arg...)}, by each pair of inputs: {@code get(i).get(j)}. */
    @SafeVarargs
    public static List<List<Tensor>> hessian(
            Autograd.ToOne function, List<Tensor> inputs, Arg<? super AutogradTakes.Functional>... args) {
        return functional("hessian", args).hessian(function, inputs);
    }

    /**
     * {@code function(x)}, and v times its Jacobian.
     *
     * @param v in the shape of the result; null for a scalar
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Autograd.Product vjp(
            UnaryOperator<Tensor> function,
            Tensor x,
            @Nullable Tensor v,
            Arg<? super AutogradTakes.Functional>... args) {
        return one(vjp(Functional.lifted(function), List.of(x), listed(v), args));
    }

    /** Like {@link #vjp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static Autograd.Products vjp(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super AutogradTakes.Functional>... args) {
        return functional("vjp", args).vjp(function, inputs, v);
    }

    /**
     * {@code function(x)}, and its Jacobian times v, by differentiating twice backwards.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Autograd.Product jvp(
            UnaryOperator<Tensor> function,
            Tensor x,
            @Nullable Tensor v,
            Arg<? super AutogradTakes.Functional>... args) {
        return one(jvp(Functional.lifted(function), List.of(x), listed(v), args));
    }

    /** Like {@link #jvp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static Autograd.Products jvp(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super AutogradTakes.Functional>... args) {
        return functional("jvp", args).jvp(function, inputs, v);
    }

    /**
     * The scalar {@code function(x)}, and v times its Hessian.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Autograd.Product vhp(
            UnaryOperator<Tensor> function,
            Tensor x,
            @Nullable Tensor v,
            Arg<? super AutogradTakes.Functional>... args) {
        return one(vhp(all -> function.apply(all.getFirst()), List.of(x), listed(v), args));
    }

    /** Like {@link #vhp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors; {@code outputs} has one entry. */
    @SafeVarargs
    public static Autograd.Products vhp(
            Autograd.ToOne function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super AutogradTakes.Functional>... args) {
        return functional("vhp", args).vhp(function, inputs, v);
    }

    /**
     * The scalar {@code function(x)}, and its Hessian times v; {@link #vhp} is the cheaper of the two and gives the same.
     *
     * @param v in the shape of x; null for one element
     * @param args createGraph (false), strict (false)
     */
    @SafeVarargs
    public static Autograd.Product hvp(
            UnaryOperator<Tensor> function,
            Tensor x,
            @Nullable Tensor v,
            Arg<? super AutogradTakes.Functional>... args) {
        return one(hvp(all -> function.apply(all.getFirst()), List.of(x), listed(v), args));
    }

    /** Like {@link #hvp(UnaryOperator, Tensor, Tensor, Arg...)}, for several tensors; {@code outputs} has one entry. */
    @SafeVarargs
    public static Autograd.Products hvp(
            Autograd.ToOne function,
            List<Tensor> inputs,
            @Nullable List<Tensor> v,
            Arg<? super AutogradTakes.Functional>... args) {
        return functional("hvp", args).hvp(function, inputs, v);
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

    private static Autograd.Product one(Autograd.Products all) {
        return new Autograd.Product(
                all.outputs().getFirst(), Objects.requireNonNull(all.products().getFirst()));
    }
}
