package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.functional.F.bilinear;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Dtype;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y[o] = sum over i, j of x1[i] weight[o, i, j] x2[j] + bias[o]}.
 *
 * <p>Inputs {@code [.., in1]} and {@code [.., in2]}, output {@code [.., out]}. First values are even in {@code [-1 / sqrt(in1), 1 /
 * sqrt(in1))}. Source: {@code torch.nn.Bilinear}.
 *
 * {@snippet :
 * var y = new Bilinear(20, 30, 40).apply(randn(128, 20), randn(128, 30));
 * }
 */
public class Bilinear extends Module implements Bias.Taker, Dtype.Taker {
    /** The size of each first input. */
    public final int in1Features;

    /** The size of each second input. */
    public final int in2Features;

    /** The size of each output. */
    public final int outFeatures;

    /** [out, in1, in2]. */
    public final Parameter weight;

    /** [out]; null without a bias. */
    public final @Nullable Parameter bias;

    /**
     * A bilinear layer.
     *
     * @param in1Features the size of each first input
     * @param in2Features the size of each second input
     * @param outFeatures the size of each output
     * @param args bias (true), dtype (float32)
     * @throws IllegalArgumentException if in1Features is not positive, or another size is negative
     */
    @SafeVarargs
    public Bilinear(int in1Features, int in2Features, int outFeatures, Arg<? super Bilinear>... args) {
        if (in1Features < 1)
            throw new IllegalArgumentException("Bilinear: in1Features must be at least 1, got " + in1Features);
        if (in2Features < 0 || outFeatures < 0)
            throw new IllegalArgumentException(
                    "Bilinear: sizes must not be negative, got %s and %s".formatted(in2Features, outFeatures));
        this.in1Features = in1Features;
        this.in2Features = in2Features;
        this.outFeatures = outFeatures;
        var dtype = given(args, dtype(getDefaultDtype()));
        weight = new Parameter(empty(shape(outFeatures, in1Features, in2Features), dtype));
        bias = given(args, bias(true)).value() ? new Parameter(empty(shape(outFeatures), dtype)) : null;
        resetParameters();
    }

    /** Draws new first values. */
    public final void resetParameters() {
        double bound = 1 / Math.sqrt(in1Features);
        Init.uniform_(weight, -bound, bound);
        if (bias != null) Init.uniform_(bias, -bound, bound);
    }

    /**
     * The form of both inputs.
     *
     * @param input1 [.., in1]
     * @param input2 [.., in2]
     * @return [.., out]
     */
    public final Tensor apply(Tensor input1, Tensor input2) {
        return call(() -> bilinear(input1, input2, weight, bias));
    }

    @Override
    protected String extraRepr() {
        return "in1_features=%s, in2_features=%s, out_features=%s, bias=%s"
                .formatted(in1Features, in2Features, outFeatures, Repr.of(bias != null));
    }
}
