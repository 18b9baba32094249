package flambeau.tensor;

import static flambeau.args.Args.createGraph;
import static flambeau.args.Args.given;
import static flambeau.args.Args.preserveRngState;

import flambeau.args.Arg;
import flambeau.args.Inputs;
import flambeau.args.RetainGraph;
import flambeau.autograd.Checkpoint;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * PyTorch's {@code torch.autograd}: derivatives of whole functions, checks of gradients, checkpoints. A function of several tensors
 * takes and gives lists. See also {@link Tensors#grad}, {@link Tensors#noGrad} and {@link Function}.
 */
public final class Autograd extends FiniteDifferences {
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
    public static void backward(List<Tensor> tensors, Arg<? super AutogradTakes.Backward>... args) {
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
            List<Tensor> tensors,
            List<? extends @Nullable Tensor> gradTensors,
            Arg<? super AutogradTakes.Backward>... args) {
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
    public static Tensor checkpoint(
            UnaryOperator<Tensor> function, Tensor x, Arg<? super AutogradTakes.Checkpoint>... args) {
        return checkpoint((List<Tensor> all) -> List.of(function.apply(all.getFirst())), List.of(x), args)
                .getFirst();
    }

    /** Like {@link #checkpoint(UnaryOperator, Tensor, Arg...)}, for two tensors. */
    @SafeVarargs
    public static Tensor checkpoint(
            BinaryOperator<Tensor> function, Tensor a, Tensor b, Arg<? super AutogradTakes.Checkpoint>... args) {
        return checkpoint((List<Tensor> all) -> List.of(function.apply(all.get(0), all.get(1))), List.of(a, b), args)
                .getFirst();
    }

    /** Like {@link #checkpoint(UnaryOperator, Tensor, Arg...)}, for several tensors and results. */
    @SafeVarargs
    public static List<Tensor> checkpoint(
            UnaryOperator<List<Tensor>> function, List<Tensor> inputs, Arg<? super AutogradTakes.Checkpoint>... args) {
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
}
