package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.lower;
import static flambeau.args.Args.training;
import static flambeau.args.Args.upper;
import static flambeau.functional.F.rrelu;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Inplace;
import flambeau.args.Lower;
import flambeau.args.RandomSource;
import flambeau.args.UpperBound;
import flambeau.tensor.Generator;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * {@code y = x > 0 ? x : a x}, where a is drawn for each element from [lower, upper] in training, and is the mean of both in
 * evaluation.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.RReLU}; Xu et al., Empirical evaluation of rectified activations.
 *
 * {@snippet :
 * var y = new RReLU().apply(x);
 * }
 */
public class RReLU extends Layer implements Lower.Taker, UpperBound.Taker, Inplace.Taker, RandomSource.Taker {
    private final Lower lower;
    private final UpperBound upper;
    private final Inplace inplace;
    private final transient @Nullable RandomSource generator;

    /**
     * A rectifier with random slopes.
     *
     * @param args lower (1 / 8), upper (1 / 3), inplace (false), generator (the default one)
     */
    @SafeVarargs
    public RReLU(Arg<? super RReLU>... args) {
        lower = given(args, lower(1.0 / 8));
        upper = given(args, upper(1.0 / 3));
        inplace = given(args, inplace(false));
        generator = given(args, RandomSource.class);
    }

    @Override
    protected Tensor forward(Tensor x) {
        var source = Args.generator(generator == null ? Generator.getDefault() : generator);
        return rrelu(x, lower, upper, training(isTraining()), inplace, source);
    }

    @Override
    protected String extraRepr() {
        return "lower=%s, upper=%s".formatted(Repr.of(lower.value()), Repr.of(upper.value()))
                + (inplace.value() ? ", inplace=True" : "");
    }
}
