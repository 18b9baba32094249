package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.relu;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = max(x, 0)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.ReLU}.
 *
 * {@snippet :
 * var y = new ReLU().apply(x);
 * }
 */
public class ReLU extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A rectifier.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public ReLU(Arg<? super ReLU>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return relu(x, inplace);
    }

    @Override
    protected String extraRepr() {
        return inplace.value() ? "inplace=True" : "";
    }
}
