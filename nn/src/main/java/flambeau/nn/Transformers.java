package flambeau.nn;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.functional.F.gelu;
import static flambeau.functional.F.relu;
import static flambeau.tensor.Tensors.full;

import flambeau.args.Activation;
import flambeau.args.ActivationFunction;
import flambeau.args.Arg;
import flambeau.args.RandomSource;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the modules of transformers share. */
final class Transformers {
    private Transformers() {}

    /** The function that the options give, by its name or itself; relu if they give none. */
    static UnaryOperator<Tensor> activation(String module, Arg<?>[] args) {
        var word = given(args, ActivationFunction.class);
        var function = given(args, Activation.class);
        if (word != null && function != null) throw new IllegalArgumentException(module + ": activation: given twice");
        if (function != null) {
            @SuppressWarnings("unchecked") // it is taken by modules that implement Activation.Taker<Tensor> alone
            var given = (UnaryOperator<Tensor>) function.value();
            return given instanceof Module ? given : given::apply; // copies of a layer share what is no module
        }
        return word == ActivationFunction.GELU ? x -> gelu(x) : x -> relu(x);
    }

    /** The generator that the options give, or the default one. */
    static RandomSource source(Arg<?>[] args) {
        var given = given(args, RandomSource.class);
        return given == null ? Generator.getDefault() : given;
    }

    /** Copies of a layer, which begin with its values. */
    static <M extends Module> ModuleList<M> copies(String module, M layer, int n) {
        if (n < 0)
            throw new IllegalArgumentException("%s: numLayers must not be negative, got %d".formatted(module, n));
        List<M> copies = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            @SuppressWarnings("unchecked") // a copy has the class of what it is made of
            var copy = (M) layer.deepCopy();
            copies.add(copy);
        }
        return new ModuleList<>(copies);
    }

    /** [n, n], minus infinity above the diagonal, 0 elsewhere. */
    static Tensor causalMask(int n, DType dtype) {
        return full(Shape.of(n, n), Double.NEGATIVE_INFINITY, dtype(dtype)).triu(1);
    }

    /**
     * Whether layers need not read a mask, because it is causal.
     *
     * @param hint what the caller says; null: the mask is looked at
     * @param padding the places that do not count, besides which the mask is needed
     */
    static boolean isCausal(@Nullable Boolean hint, @Nullable Tensor mask, @Nullable Tensor padding) {
        if (hint != null) return hint;
        if (mask == null || padding != null || mask.dim() != 2 || mask.size(0) != mask.size(1)) return false;
        var causal = causalMask(mask.size(0), DType.FLOAT32);
        return mask.dtype() == DType.BOOL
                ? mask.torchEquals(causal.toBool())
                : mask.detach().toFloat().torchEquals(causal);
    }
}
