package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.functional.F.linear;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Dtype;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = x w^T + b}.
 *
 * <p>Input {@code [.., in]}, output {@code [.., out]}. First values are even in {@code [-1 / sqrt(in), 1 / sqrt(in))}. Source:
 * {@code torch.nn.Linear}.
 *
 * {@snippet :
 * var fc = new Linear(784, 10);
 * var y = fc.apply(x);
 * }
 */
public class Linear extends Layer implements Bias.Taker, Dtype.Taker {
    /** The size of each input; a {@link LazyLinear} learns it. */
    public int inFeatures;

    /** The size of each output. */
    public final int outFeatures;

    /** [out, in]. */
    public final Parameter weight;

    /** [out]; null without a bias. */
    public final @Nullable Parameter bias;

    /**
     * A linear layer.
     *
     * @param inFeatures the size of each input
     * @param outFeatures the size of each output
     * @param args bias (true), dtype (float32)
     * @throws IllegalArgumentException if a size is negative
     */
    @SafeVarargs
    public Linear(int inFeatures, int outFeatures, Arg<? super Linear>... args) {
        if (inFeatures < 0 || outFeatures < 0)
            throw new IllegalArgumentException(
                    "Linear: sizes must not be negative, got %s and %s".formatted(inFeatures, outFeatures));
        this.inFeatures = inFeatures;
        this.outFeatures = outFeatures;
        var dtype = given(args, dtype(getDefaultDtype()));
        weight = new Parameter(empty(shape(outFeatures, inFeatures), dtype));
        bias = given(args, bias(true)).value() ? new Parameter(empty(shape(outFeatures), dtype)) : null;
        resetParameters();
    }

    /** One that learns the size of its input. */
    Linear(int outFeatures, boolean shifted) {
        if (outFeatures < 0)
            throw new IllegalArgumentException("LazyLinear: outFeatures must not be negative, got " + outFeatures);
        inFeatures = Lazy.UNKNOWN;
        this.outFeatures = outFeatures;
        weight = Parameter.uninitialized(outFeatures, -1);
        bias = shifted ? Parameter.uninitialized(outFeatures) : null;
    }

    /** Draws new first values. */
    public final void resetParameters() {
        Init.reset(weight, bias);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return linear(x, weight, bias);
    }

    @Override
    protected String extraRepr() {
        return "in_features=%s, out_features=%s, bias=%s".formatted(inFeatures, outFeatures, Repr.of(bias != null));
    }
}
