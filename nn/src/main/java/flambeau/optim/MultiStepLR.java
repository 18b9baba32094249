package flambeau.optim;

import static flambeau.args.Args.gamma;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.Arg;
import flambeau.args.Gamma;
import flambeau.args.LastEpoch;
import java.util.Arrays;

/**
 * The learning rate times {@code gamma} in each of the steps {@code milestones}; twice where one stands there twice.
 *
 * {@snippet :
 * var scheduler = new MultiStepLR(optimizer, new int[] {30, 80});
 * }
 */
public final class MultiStepLR extends LRScheduler implements Gamma.Taker, LastEpoch.Taker {
    private final int[] milestones;
    private final double gamma;

    /**
     * The schedule, begun.
     *
     * @param milestones the steps of change
     * @param args gamma (0.1), lastEpoch (-1)
     */
    @SafeVarargs
    public MultiStepLR(Optimizer optimizer, int[] milestones, Arg<? super MultiStepLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        this.milestones = milestones.clone();
        Arrays.sort(this.milestones);
        gamma = given(args, gamma(0.1)).value();
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        long times = Arrays.stream(milestones).filter(m -> m == epoch).count();
        return times == 0 ? lr : lr * Math.pow(gamma, times);
    }

    @Override
    double jump(int group, int epoch, double base) {
        return base
                * Math.pow(
                        gamma, Arrays.stream(milestones).filter(m -> m <= epoch).count());
    }
}
