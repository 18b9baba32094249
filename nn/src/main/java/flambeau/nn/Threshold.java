package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.functional.F.threshold;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.tensor.Tensor;

/**
 * {@code y = x > threshold ? x : value}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Threshold}.
 *
 * {@snippet :
 * var y = new Threshold(0.1, 20).apply(x);
 * }
 */
public class Threshold extends Layer implements Inplace.Taker {
    private final double threshold;
    private final double value;
    private final Inplace inplace;

    /**
     * A threshold.
     *
     * @param threshold from where on x stays
     * @param value what replaces the others
     * @param args inplace (false)
     */
    @SafeVarargs
    public Threshold(double threshold, double value, Arg<? super Threshold>... args) {
        this.threshold = threshold;
        this.value = value;
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return threshold(x, threshold, value, inplace);
    }

    @Override
    protected String extraRepr() {
        return "threshold=%s, value=%s".formatted(Repr.of(threshold), Repr.of(value))
                + (inplace.value() ? ", inplace=True" : "");
    }
}
