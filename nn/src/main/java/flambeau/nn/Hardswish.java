package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.hardswish;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = x min(max(x + 3, 0), 6) / 6}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Hardswish}; Howard et al., Searching for MobileNetV3.
 *
 * {@snippet :
 * var y = new Hardswish().apply(x);
 * }
 */
public class Hardswish extends Layer implements Inplace.Taker {
    private final Inplace inplace;

    /**
     * A cheap swish.
     *
     * @param args inplace (false)
     */
    @SafeVarargs
    public Hardswish(Arg<? super Hardswish>... args) {
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return hardswish(x, inplace);
    }
}
