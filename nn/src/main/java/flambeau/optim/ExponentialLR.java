package flambeau.optim;

import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.Arg;
import flambeau.args.LastEpoch;

/**
 * The learning rate times {@code gamma} in every step.
 *
 * {@snippet :
 * var scheduler = new ExponentialLR(optimizer, 0.95);
 * }
 */
public final class ExponentialLR extends LRScheduler implements LastEpoch.Taker {
    private final double gamma;

    /**
     * The schedule, begun.
     *
     * @param gamma the factor
     * @param args lastEpoch (-1)
     */
    @SafeVarargs
    public ExponentialLR(Optimizer optimizer, double gamma, Arg<? super ExponentialLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        this.gamma = gamma;
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        return isBeginning() ? lr : lr * gamma;
    }

    @Override
    double jump(int group, int epoch, double base) {
        return base * Math.pow(gamma, epoch);
    }
}
