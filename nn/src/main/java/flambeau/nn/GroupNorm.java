package flambeau.nn;

import static flambeau.args.Args.affine;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.functional.F.groupNorm;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.ones;
import static flambeau.tensor.Tensors.shape;
import static flambeau.tensor.Tensors.zeros;

import flambeau.args.Affine;
import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.Dtype;
import flambeau.args.Eps;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = (x - mean) / sqrt(var + eps) weight + bias}, with the mean and the variance of each group of channels of each sample.
 *
 * <p>Input and output {@code [n, c, ..]}. The variance is divided by the count. Training and evaluation are the same. Source:
 * {@code torch.nn.GroupNorm}; Wu and He, Group Normalization.
 *
 * {@snippet :
 * var norm = new GroupNorm(3, 6); // 6 channels in 3 groups of 2
 * }
 */
public class GroupNorm extends Layer implements Eps.Taker, Affine.Taker, Bias.Taker, Dtype.Taker {
    /** Into how many groups the channels are divided. */
    public final int numGroups;

    /** The channels of the input. */
    public final int numChannels;

    /** What is added to the variance. */
    public final Eps eps;

    /** [c]: the scale of each channel; null unless affine. */
    public final @Nullable Parameter weight;

    /** [c]: the shift of each channel; null unless affine with a bias. */
    public final @Nullable Parameter bias;

    /**
     * A group normalisation.
     *
     * @param numGroups into how many groups the channels are divided
     * @param numChannels the channels of the input
     * @param args eps (1e-5), affine (true), bias (true), dtype (float32)
     * @throws IllegalArgumentException if numGroups is not positive, or does not divide numChannels
     */
    @SafeVarargs
    public GroupNorm(int numGroups, int numChannels, Arg<? super GroupNorm>... args) {
        if (numGroups < 1 || numChannels < 0 || numChannels % numGroups != 0)
            throw new IllegalArgumentException("GroupNorm: numChannels (%s) must be divisible by numGroups (%s)"
                    .formatted(numChannels, numGroups));
        this.numGroups = numGroups;
        this.numChannels = numChannels;
        eps = given(args, eps(1e-5));
        boolean affine = given(args, affine(true)).value(),
                shifted = given(args, bias(true)).value();
        var dtype = given(args, dtype(getDefaultDtype()));
        weight = affine ? new Parameter(ones(shape(numChannels), dtype)) : null;
        bias = affine && shifted ? new Parameter(zeros(shape(numChannels), dtype)) : null;
    }

    /** Sets scales to 1 and shifts to 0. */
    public final void resetParameters() {
        if (weight != null) Init.ones_(weight);
        if (bias != null) Init.zeros_(bias);
    }

    @Override
    protected Tensor forward(Tensor x) {
        return groupNorm(x, numGroups, weight, bias, eps);
    }

    @Override
    protected String extraRepr() {
        return "%s, %s, eps=%s, affine=%s, bias=%s"
                .formatted(
                        numGroups, numChannels, Repr.of(eps.value()), Repr.of(weight != null), Repr.of(bias != null));
    }
}
