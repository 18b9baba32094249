package flambeau.optim;

import static flambeau.args.Args.factor;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.totalIters;

import flambeau.args.Arg;
import flambeau.args.Factor;
import flambeau.args.LastEpoch;
import flambeau.args.TotalIters;

/**
 * The learning rate times {@code factor} in the first {@code totalIters} steps.
 *
 * {@snippet :
 * var scheduler = new ConstantLR(optimizer, factor(0.5), totalIters(4));
 * }
 */
public final class ConstantLR extends LRScheduler implements Factor.Taker, TotalIters.Taker, LastEpoch.Taker {
    private final double factor;
    private final int totalIters;

    /**
     * The schedule, begun.
     *
     * @param args factor (1/3), totalIters (5), lastEpoch (-1)
     * @throws IllegalArgumentException if factor is not in [0, 1]
     */
    @SafeVarargs
    public ConstantLR(Optimizer optimizer, Arg<? super ConstantLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        factor = given(args, factor(1 / 3.0)).value();
        totalIters = given(args, totalIters(5)).value();
        if (!(factor >= 0 && factor <= 1))
            throw new IllegalArgumentException("ConstantLR: factor must be in [0, 1], got " + factor);
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (epoch == 0) return lr * factor;
        return epoch != totalIters ? lr : lr * (1 / factor);
    }

    @Override
    double jump(int group, int epoch, double base) {
        return epoch >= totalIters ? base : base * factor;
    }
}
