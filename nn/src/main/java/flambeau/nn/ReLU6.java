package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.relu6;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = min(max(x, 0), 6)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.ReLU6}.
 *
 * {@snippet :
 * var y = new ReLU6().apply(x);
 * }
 */
public class ReLU6 extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A rectifier with a ceiling.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public ReLU6(Arg<? super ReLU6>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return relu6(x, inplace);
    }

    @Override
    protected String extraRepr() {
        return inplace.value() ? "inplace=True" : "";
    }
}
