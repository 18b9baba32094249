package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.negativeSlope;
import static flambeau.functional.F.leakyRelu;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.NegativeSlope;
import flambeau.tensor.Tensor;

/**
 * {@code y = x > 0 ? x : negativeSlope x}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.LeakyReLU}.
 *
 * {@snippet :
 * var y = new LeakyReLU().apply(x);
 * }
 */
public class LeakyReLU extends Layer implements NegativeSlope.Taker, Inplace.Taker {
    private final NegativeSlope negativeSlope;
    private final Inplace inplace;

    /**
     * A leaky rectifier.
     *
     * @param args negativeSlope (0.01), inplace (false)
     */
    @SafeVarargs
    public LeakyReLU(Arg<? super LeakyReLU>... args) {
        negativeSlope = given(args, negativeSlope(0.01));
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return leakyRelu(x, negativeSlope, inplace);
    }

    @Override
    protected String extraRepr() {
        return "negative_slope=" + Repr.of(negativeSlope.value()) + (inplace.value() ? ", inplace=True" : "");
    }
}
