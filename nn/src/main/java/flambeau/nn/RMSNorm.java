package flambeau.nn;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.elementwiseAffine;
import static flambeau.args.Args.given;
import static flambeau.functional.F.rmsNorm;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.ones;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.args.ElementwiseAffine;
import flambeau.args.Eps;
import flambeau.array.Shape;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = x / sqrt(mean(x^2) + eps) weight}, with the mean over the last dimensions of each sample.
 *
 * <p>Input and output {@code [.., normalizedShape]}. Source: {@code torch.nn.RMSNorm}; Zhang and Sennrich, Root Mean Square
 * Layer Normalization.
 *
 * {@snippet :
 * var norm = new RMSNorm(512);
 * }
 */
public class RMSNorm extends Layer implements Eps.Taker, ElementwiseAffine.Taker, Dtype.Taker {
    /** The sizes of the dimensions that are normalised together. */
    public final Shape normalizedShape;

    /** What is added to the mean; null for the distance from 1 to the next number of the input's dtype. */
    public final @Nullable Eps eps;

    /** [normalizedShape]; null unless elementwiseAffine. */
    public final @Nullable Parameter weight;

    /**
     * A normalisation of the last dimension.
     *
     * @param normalizedShape its size
     * @param args eps (the distance from 1 to the next number of the input's dtype), elementwiseAffine (true), dtype (float32)
     * @throws IllegalArgumentException if the size is negative
     */
    @SafeVarargs
    public RMSNorm(int normalizedShape, Arg<? super RMSNorm>... args) {
        this(new int[] {normalizedShape}, args);
    }

    /**
     * A normalisation of the last dimensions.
     *
     * @param normalizedShape their sizes
     * @param args eps (the distance from 1 to the next number of the input's dtype), elementwiseAffine (true), dtype (float32)
     * @throws IllegalArgumentException if a size is negative
     */
    @SafeVarargs
    public RMSNorm(int[] normalizedShape, Arg<? super RMSNorm>... args) {
        this.normalizedShape = Shape.of(normalizedShape);
        eps = given(args, Eps.class);
        boolean affine = given(args, elementwiseAffine(true)).value();
        weight = affine ? new Parameter(ones(this.normalizedShape, given(args, dtype(getDefaultDtype())))) : null;
    }

    /** Sets scales to 1. */
    public final void resetParameters() {
        if (weight != null) Init.ones_(weight);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return eps == null
                ? rmsNorm(x, normalizedShape.sizes(), weight)
                : rmsNorm(x, normalizedShape.sizes(), weight, eps);
    }

    @Override
    protected String extraRepr() {
        return "%s, eps=%s, elementwise_affine=%s"
                .formatted(
                        Repr.of(normalizedShape.sizes()),
                        eps == null ? "None" : Repr.of(eps.value()),
                        Repr.of(weight != null));
    }
}
