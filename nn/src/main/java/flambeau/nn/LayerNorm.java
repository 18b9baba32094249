package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.elementwiseAffine;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.functional.F.layerNorm;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.ElementwiseAffine;
import flambeau.args.Eps;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = (x - mean) / sqrt(var + eps) weight + bias}, with the mean and the variance of the last dimensions of each sample.
 *
 * <p>Input and output {@code [.., normalizedShape]}. The variance is divided by the count. Training and evaluation are the same.
 * Source: {@code torch.nn.LayerNorm}; Ba, Kiros and Hinton, Layer Normalization.
 *
 * {@snippet :
 * var norm = new LayerNorm(512);
 * var images = new LayerNorm(new int[] {3, 32, 32}, elementwiseAffine(false));
 * }
 */
public class LayerNorm extends Layer implements Eps.Taker, ElementwiseAffine.Taker, Bias.Taker {
    /** The sizes of the dimensions that are normalised together. */
    public final Shape normalizedShape;

    /** What is added to the variance. */
    public final Eps eps;

    /** [normalizedShape]; null unless elementwiseAffine. */
    public final @Nullable Parameter weight;

    /** [normalizedShape]; null unless elementwiseAffine with a bias. */
    public final @Nullable Parameter bias;

    /**
     * A normalisation of the last dimension.
     *
     * @param normalizedShape its size
     * @param args eps (1e-5), elementwiseAffine (true), bias (true)
     * @throws IllegalArgumentException if the size is negative
     */
    @SafeVarargs
    public LayerNorm(int normalizedShape, Arg<? super LayerNorm>... args) {
        this(new int[] {normalizedShape}, args);
    }

    /**
     * A normalisation of the last dimensions.
     *
     * @param normalizedShape their sizes
     * @param args eps (1e-5), elementwiseAffine (true), bias (true)
     * @throws IllegalArgumentException if a size is negative
     */
    @SafeVarargs
    public LayerNorm(int[] normalizedShape, Arg<? super LayerNorm>... args) {
        this.normalizedShape = Shape.of(normalizedShape);
        eps = given(args, eps(1e-5));
        boolean affine = given(args, elementwiseAffine(true)).value(),
                shifted = given(args, bias(true)).value();
        weight = affine ? new Parameter(ones(normalizedShape)) : null;
        bias = affine && shifted ? new Parameter(zeros(normalizedShape)) : null;
    }

    /** Sets scales to 1 and shifts to 0. */
    public final void resetParameters() {
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return layerNorm(x, normalizedShape.sizes(), weight, bias, eps);
    }

    @Override
    protected String extraRepr() {
        return "%s, eps=%s, elementwise_affine=%s, bias=%s"
                .formatted(
                        Repr.of(normalizedShape.sizes()),
                        Repr.of(eps.value()),
                        Repr.of(weight != null),
                        Repr.of(bias != null));
    }
}
