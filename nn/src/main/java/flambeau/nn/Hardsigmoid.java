package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.hardsigmoid;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = min(max(x + 3, 0), 6) / 6}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Hardsigmoid}.
 *
 * {@snippet :
 * var y = new Hardsigmoid().apply(x);
 * }
 */
public class Hardsigmoid extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A piecewise linear logistic function.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public Hardsigmoid(Arg<? super Hardsigmoid>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return hardsigmoid(x, inplace);
    }
}
