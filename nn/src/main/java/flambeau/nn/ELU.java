package flambeau.nn;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.elu;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = x > 0 ? x : alpha (e^x - 1)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.ELU}; Clevert et al., Fast and accurate deep network
 * learning by exponential linear units.
 *
 * {@snippet :
 * var y = new ELU().apply(x);
 * }
 */
public class ELU extends Layer implements Alpha.Taker, Inplace.Taker {
    private final Alpha alpha;
    private final Inplace inplace;

    /**
     * An exponential rectifier.
     *
     * @param args alpha (1), inplace (false)
     */
    @SafeVarargs
    public ELU(Arg<? super ELU>... args) {
        alpha = given(args, alpha(1.0));
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return elu(x, alpha, inplace);
    }

    @Override
    protected String extraRepr() {
        return "alpha=" + Repr.of(alpha.value()) + (inplace.value() ? ", inplace=True" : "");
    }
}
