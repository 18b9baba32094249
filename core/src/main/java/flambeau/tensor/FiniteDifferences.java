package flambeau.tensor;

import flambeau.args.Arg;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gradients compared with finite differences. */
abstract sealed class FiniteDifferences extends Derivatives permits Autograd {
    FiniteDifferences() {}

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
    public static boolean gradcheck(
            UnaryOperator<Tensor> function, Tensor x, Arg<? super AutogradTakes.Gradcheck>... args) {
        return gradcheck(Functional.lifted(function), List.of(x), args);
    }

    /** Like {@link #gradcheck(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static boolean gradcheck(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super AutogradTakes.Gradcheck>... args) {
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
            UnaryOperator<Tensor> function, Tensor x, Arg<? super AutogradTakes.Gradgradcheck>... args) {
        return gradgradcheck(Functional.lifted(function), List.of(x), null, args);
    }

    /** Like {@link #gradgradcheck(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static boolean gradgradcheck(
            UnaryOperator<List<Tensor>> function,
            List<Tensor> inputs,
            Arg<? super AutogradTakes.Gradgradcheck>... args) {
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
            Arg<? super AutogradTakes.Gradgradcheck>... args) {
        return Gradcheck.of("gradgradcheck", args).runTwice(function, inputs, gradOutputs, args);
    }
}
