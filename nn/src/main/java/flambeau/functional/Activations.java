package flambeau.functional;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.hard;
import static flambeau.args.Args.tau;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.RandomSource;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;

/** The logistic function, and softmax. */
abstract sealed class Activations extends SmoothActivations permits Products {
    Activations() {}

    /**
     * {@code 1 / (1 + e^-x)}, elementwise.
     *
     * @param x any shape; integers become the default dtype
     */
    public static Tensor sigmoid(Tensor x) {
        return x.sigmoid();
    }

    /**
     * {@code (e^x - e^-x) / (e^x + e^-x)}, elementwise.
     *
     * @param x any shape; integers become the default dtype
     */
    public static Tensor tanh(Tensor x) {
        return x.tanh();
    }

    /**
     * {@code e^x / sum e^x} along a dimension: positive numbers that sum to 1.
     *
     * <p>Unlike PyTorch, the dimension must be given.
     *
     * @param x any shape, floating
     * @param along the dimension; negative ones count from the end
     * @param args dtype to which x is converted first (none)
     * @throws IllegalArgumentException if x is not floating
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor softmax(Tensor x, int along, Arg<? super flambeau.tensor.Takes.Softmax>... args) {
        return x.softmax(along, args);
    }

    /**
     * {@code log(e^x / sum e^x)} along a dimension, without overflow.
     *
     * <p>Unlike PyTorch, the dimension must be given.
     *
     * @param x any shape, floating
     * @param along the dimension; negative ones count from the end
     * @param args dtype to which x is converted first (none)
     * @throws IllegalArgumentException if x is not floating
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    @SafeVarargs
    public static Tensor logSoftmax(Tensor x, int along, Arg<? super flambeau.tensor.Takes.Softmax>... args) {
        return x.logSoftmax(along, args);
    }

    /**
     * {@code softmax(-x)} along a dimension.
     *
     * <p>Unlike PyTorch, the dimension must be given.
     *
     * @param x any shape, floating
     * @param along the dimension; negative ones count from the end
     * @param args dtype to which x is converted first (none)
     */
    @SafeVarargs
    public static Tensor softmin(Tensor x, int along, Arg<? super flambeau.tensor.Takes.Softmax>... args) {
        return x.neg().softmax(along, args);
    }

    /**
     * A sample of the categories that the logits stand for, softened so that it can be differentiated: {@code softmax((x + g) /
     * tau)} with Gumbel noise g. Source: Jang et al., Categorical reparameterization with Gumbel-softmax.
     *
     * @param logits [.., categories], floating
     * @param args tau (1), hard (false), dim (-1), generator (the default one)
     * @return the shape of the logits; each row sums to 1
     */
    @SafeVarargs
    public static Tensor gumbelSoftmax(Tensor logits, Arg<? super Takes.GumbelSoftmax>... args) {
        int along = given(args, dim(-1)).dims()[0];
        var source = given(args, RandomSource.class);
        var noise = Tensors.zerosLike(logits)
                .exponential_(1, Args.generator(source == null ? Generator.getDefault() : source))
                .log()
                .neg();
        var soft = logits.add(noise).div(given(args, tau(1)).value()).softmax(along);
        if (!given(args, hard(false)).value()) return soft;
        var index = soft.max(along, Args.keepdim(true)).indices();
        var sharp = Tensors.zerosLike(logits)
                .detach()
                .scatterAdd(along, index, Tensors.full(index.shape(), 1, Args.dtype(logits.dtype())));
        return sharp.sub(soft.detach()).add(soft);
    }
}
