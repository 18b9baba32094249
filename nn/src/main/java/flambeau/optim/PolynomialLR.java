package flambeau.optim;

import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.power;
import static flambeau.args.Args.totalIters;

import flambeau.args.Arg;
import flambeau.args.LastEpoch;
import flambeau.args.Power;
import flambeau.args.TotalIters;

/**
 * The learning rate times {@code (1 - t / totalIters)^power} in step {@code t}: 0 from {@code totalIters} on.
 *
 * {@snippet :
 * var scheduler = new PolynomialLR(optimizer, totalIters(100), power(0.9));
 * }
 */
public final class PolynomialLR extends LRScheduler implements TotalIters.Taker, Power.Taker, LastEpoch.Taker {
    private final int totalIters;
    private final double power;

    /**
     * The schedule, begun.
     *
     * @param args totalIters (5), power (1), lastEpoch (-1)
     */
    @SafeVarargs
    public PolynomialLR(Optimizer optimizer, Arg<? super PolynomialLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        totalIters = given(args, totalIters(5)).value();
        power = given(args, power(1)).value();
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (isBeginning() || epoch > totalIters) return lr;
        return lr * Math.pow(share(epoch) / share(epoch - 1), power);
    }

    @Override
    double jump(int group, int epoch, double base) {
        return base * Math.pow(share(Math.min(totalIters, epoch)), power);
    }

    private double share(int epoch) {
        return 1 - (double) epoch / totalIters;
    }
}
