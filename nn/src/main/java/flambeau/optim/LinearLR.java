package flambeau.optim;

import static flambeau.args.Args.endFactor;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.startFactor;
import static flambeau.args.Args.totalIters;

import flambeau.args.Arg;
import flambeau.args.EndFactor;
import flambeau.args.LastEpoch;
import flambeau.args.StartFactor;
import flambeau.args.TotalIters;

/**
 * The learning rate times a factor that goes from {@code startFactor} to {@code endFactor} along a line in {@code totalIters} steps.
 *
 * {@snippet :
 * var scheduler = new LinearLR(optimizer, startFactor(0.1), totalIters(100));
 * }
 */
public final class LinearLR extends LRScheduler
        implements StartFactor.Taker, EndFactor.Taker, TotalIters.Taker, LastEpoch.Taker {
    private final double start;
    private final double end;
    private final int totalIters;

    /**
     * The schedule, begun.
     *
     * @param args startFactor (1/3), endFactor (1), totalIters (5), lastEpoch (-1)
     * @throws IllegalArgumentException if startFactor is not in (0, 1], or endFactor not in [0, 1]
     */
    @SafeVarargs
    public LinearLR(Optimizer optimizer, Arg<? super LinearLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        start = given(args, startFactor(1 / 3.0)).value();
        end = given(args, endFactor(1)).value();
        totalIters = given(args, totalIters(5)).value();
        if (!(start > 0 && start <= 1))
            throw new IllegalArgumentException("LinearLR: startFactor must be in (0, 1], got " + start);
        if (!(end >= 0 && end <= 1))
            throw new IllegalArgumentException("LinearLR: endFactor must be in [0, 1], got " + end);
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (epoch == 0) return lr * start;
        if (isBeginning() || epoch > totalIters) return lr;
        return lr * (1 + (end - start) / (totalIters * start + (epoch - 1) * (end - start)));
    }

    @Override
    double jump(int group, int epoch, double base) {
        return base * (start + (end - start) * Math.min(totalIters, epoch) / totalIters);
    }
}
