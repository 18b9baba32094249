package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.p;
import static flambeau.args.Args.training;
import static flambeau.functional.F.dropout;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.P;
import flambeau.tensor.Tensor;

/**
 * In training, sets each element to 0 with probability p and divides the others by {@code 1 - p}; in evaluation, {@code y = x}.
 *
 * <p>Input and output have any shape. The mask is PyTorch's for the same seed. Source: {@code torch.nn.Dropout}; Hinton et al.,
 * Improving neural networks by preventing co-adaptation of feature detectors.
 *
 * {@snippet :
 * var y = new Dropout(p(0.2)).apply(x);
 * }
 */
public class Dropout extends Layer implements P.Taker, Inplace.Taker {
    /** The probability of a 0. */
    public final P p;

    private final Inplace inplace;

    /**
     * A dropout.
     *
     * @param args p (0.5), inplace (false)
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    @SafeVarargs
    public Dropout(Arg<? super Dropout>... args) {
        p = given(args, p(0.5));
        inplace = given(args, inplace(false));
        if (!(p.value() >= 0 && p.value() <= 1))
            throw new IllegalArgumentException("Dropout: p must be in [0, 1], got " + p.value());
    }

    @Override
    protected Tensor forward(Tensor x) {
        return dropout(x, p, inplace, training(isTraining()));
    }

    @Override
    protected String extraRepr() {
        return "p=%s, inplace=%s".formatted(Repr.of(p.value()), Repr.of(inplace.value()));
    }
}
