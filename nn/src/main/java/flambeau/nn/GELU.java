package flambeau.nn;

import static flambeau.args.Args.approximate;
import static flambeau.args.Args.given;
import static flambeau.functional.F.gelu;

import flambeau.args.Approximate;
import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * {@code y = x P(X <= x)} for a normal X, elementwise; {@code approximate(TANH)} computes it by a hyperbolic tangent.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.GELU}; Hendrycks and Gimpel, Gaussian error linear units.
 *
 * {@snippet :
 * var y = new GELU().apply(x);
 * }
 */
public class GELU extends Layer implements Approximate.Taker {
    private final Approximate approximate;

    /**
     * A Gaussian unit.
     *
     * @param args approximate (NONE)
     */
    @SafeVarargs
    public GELU(Arg<? super GELU>... args) {
        approximate = given(args, approximate(Approximate.NONE));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return gelu(x, approximate);
    }

    @Override
    protected String extraRepr() {
        return "approximate='%s'".formatted(approximate);
    }
}
