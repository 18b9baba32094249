package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.selu;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = scale (max(x, 0) + min(alpha (e^x - 1), 0))} with the constants that keep mean 0 and variance 1, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.SELU}; Klambauer et al., Self-normalizing neural networks.
 *
 * {@snippet :
 * var y = new SELU().apply(x);
 * }
 */
public class SELU extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A self-normalising rectifier.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public SELU(Arg<? super SELU>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return selu(x, inplace);
    }

    @Override
    protected String extraRepr() {
        return inplace.value() ? "inplace=True" : "";
    }
}
