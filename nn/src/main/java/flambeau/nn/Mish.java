package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.mish;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = x tanh(log(1 + e^x))}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Mish}; Misra, Mish: a self regularized non-monotonic activation function.
 *
 * {@snippet :
 * var y = new Mish().apply(x);
 * }
 */
public class Mish extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A self-regularised unit.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public Mish(Arg<? super Mish>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return mish(x, inplace);
    }

    @Override
    protected String extraRepr() {
        return inplace.value() ? "inplace=True" : "";
    }
}
