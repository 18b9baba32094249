package flambeau.optim;

import static flambeau.args.Args.gamma;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.Arg;
import flambeau.args.Gamma;
import flambeau.args.LastEpoch;

/**
 * The learning rate times {@code gamma} every {@code stepSize} steps.
 *
 * {@snippet :
 * var scheduler = new StepLR(optimizer, 30, gamma(0.1));
 * }
 */
public final class StepLR extends LRScheduler implements Gamma.Taker, LastEpoch.Taker {
    private final int stepSize;
    private final double gamma;

    /**
     * The schedule, begun.
     *
     * @param stepSize the number of steps between two changes
     * @param args gamma (0.1), lastEpoch (-1)
     * @throws IllegalArgumentException if stepSize is not positive
     */
    @SafeVarargs
    public StepLR(Optimizer optimizer, int stepSize, Arg<? super StepLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        if (stepSize <= 0) throw new IllegalArgumentException("StepLR: stepSize must be positive, got " + stepSize);
        this.stepSize = stepSize;
        gamma = given(args, gamma(0.1)).value();
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        return epoch == 0 || epoch % stepSize != 0 ? lr : lr * gamma;
    }

    @Override
    double jump(int group, int epoch, double base) {
        return base * Math.pow(gamma, Math.floorDiv(epoch, stepSize));
    }
}
