package flambeau.nn;

import static flambeau.args.Args.beta;
import static flambeau.args.Args.given;
import static flambeau.args.Args.threshold;
import static flambeau.functional.F.softplus;

import flambeau.args.Arg;
import flambeau.args.Beta;
import flambeau.args.Threshold;
import flambeau.tensor.Tensor;

/**
 * {@code y = log(1 + e^(beta x)) / beta}, elementwise; x itself where {@code beta x > threshold}.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Softplus}.
 *
 * {@snippet :
 * var y = new Softplus().apply(x);
 * }
 */
public class Softplus extends Layer implements Beta.Taker, Threshold.Taker {
    private final Beta beta;
    private final Threshold threshold;

    /**
     * A soft rectifier.
     *
     * @param args beta (1), threshold (20)
     */
    @SafeVarargs
    public Softplus(Arg<? super Softplus>... args) {
        beta = given(args, beta(1.0));
        threshold = given(args, threshold(20));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return softplus(x, beta, threshold);
    }

    @Override
    protected String extraRepr() {
        return "beta=%s, threshold=%s".formatted(Repr.of(beta.value()), Repr.of(threshold.value()));
    }
}
