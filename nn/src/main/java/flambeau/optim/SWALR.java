package flambeau.optim;

import static flambeau.args.Args.annealEpochs;
import static flambeau.args.Args.annealStrategy;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.AnnealEpochs;
import flambeau.args.AnnealStrategy;
import flambeau.args.Arg;
import flambeau.args.LastEpoch;

/**
 * From the learning rate that there is to {@code swaLr} in {@code annealEpochs} steps, then that: the rate with which models are averaged,
 * see {@link AveragedModel}.
 *
 * {@snippet :
 * var scheduler = new SWALR(optimizer, 0.05, annealEpochs(5));
 * }
 */
public final class SWALR extends LRScheduler implements AnnealEpochs.Taker, AnnealStrategy.Taker, LastEpoch.Taker {
    private final double[] swaLrs;
    private final int annealEpochs;
    private final boolean isLinear;

    /**
     * The schedule, begun.
     *
     * @param swaLr the last learning rate
     * @param args annealEpochs (10), annealStrategy (COS), lastEpoch (-1)
     * @throws IllegalArgumentException if annealEpochs is negative
     */
    @SafeVarargs
    public SWALR(Optimizer optimizer, double swaLr, Arg<? super SWALR>... args) {
        this(optimizer, new double[] {swaLr}, args);
    }

    /**
     * The same with one last learning rate a group.
     *
     * @param swaLr the last learning rates
     * @param args as above
     */
    @SafeVarargs
    public SWALR(Optimizer optimizer, double[] swaLr, Arg<? super SWALR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        swaLrs = PerGroup.values("SWALR", "swaLr", optimizer, swaLr);
        annealEpochs = given(args, annealEpochs(10)).value();
        isLinear = given(args, annealStrategy(AnnealStrategy.COS)) == AnnealStrategy.LINEAR;
        if (annealEpochs < 0)
            throw new IllegalArgumentException("SWALR: annealEpochs must not be negative, got " + annealEpochs);
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (isBeginning() && epoch > 0) return lr;
        double before = share(epoch - 1), now = share(epoch), last = swaLrs[group];
        double first = before == 1 ? last : (lr - last * before) / (1 - before); // that the rate began with
        return last * now + first * (1 - now);
    }

    /** How far the way has been gone. */
    private double share(int epoch) {
        double t = annealEpochs == 0 ? 1 : Math.clamp((double) epoch / annealEpochs, 0, 1);
        return isLinear ? t : (1 - Math.cos(Math.PI * t)) / 2;
    }
}
