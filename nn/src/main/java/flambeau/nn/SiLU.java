package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.silu;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = x / (1 + e^-x)}, elementwise, also called swish.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.SiLU}.
 *
 * {@snippet :
 * var y = new SiLU().apply(x);
 * }
 */
public class SiLU extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A sigmoid-weighted unit.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public SiLU(Arg<? super SiLU>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return silu(x, inplace);
    }

    @Override
    protected String extraRepr() {
        return inplace.value() ? "inplace=True" : "";
    }
}
