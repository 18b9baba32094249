package flambeau.nn;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.celu;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = max(x, 0) + min(alpha (e^(x / alpha) - 1), 0)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.CELU}; Barron, Continuously differentiable exponential linear units.
 *
 * {@snippet :
 * var y = new CELU().apply(x);
 * }
 */
public class CELU extends Layer implements Alpha.Taker, Inplace.Taker {
    private final Alpha alpha;
    private final Inplace inplace;

    /**
     * A continuously differentiable exponential rectifier.
     *
     * @param args alpha (1), inplace (false)
     */
    @SafeVarargs
    public CELU(Arg<? super CELU>... args) {
        alpha = given(args, alpha(1.0));
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return celu(x, alpha, inplace);
    }

    @Override
    protected String extraRepr() {
        return "alpha=" + Repr.of(alpha.value()) + (inplace.value() ? ", inplace=True" : "");
    }
}
