package flambeau.optim;

import static flambeau.args.Args.etaMin;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.Arg;
import flambeau.args.EtaMin;
import flambeau.args.LastEpoch;

/**
 * From the learning rate down to {@code etaMin} in {@code tMax} steps along half a wave of the cosine, and up again: {@code etaMin +
 * (lr - etaMin) (1 + cos(π t / tMax)) / 2} in step {@code t}. Source: Loshchilov and Hutter 2016, "SGDR", without restarts.
 *
 * {@snippet :
 * var scheduler = new CosineAnnealingLR(optimizer, 100);
 * }
 */
public final class CosineAnnealingLR extends LRScheduler implements EtaMin.Taker, LastEpoch.Taker {
    private final int tMax;
    private final double etaMin;

    /**
     * The schedule, begun.
     *
     * @param tMax the number of steps of the way down
     * @param args etaMin (0), lastEpoch (-1)
     */
    @SafeVarargs
    public CosineAnnealingLR(Optimizer optimizer, int tMax, Arg<? super CosineAnnealingLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        this.tMax = tMax;
        etaMin = given(args, etaMin(0)).value();
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (isBeginning()) return lr;
        if (Math.floorMod(epoch - 1 - tMax, 2 * tMax) == 0) // at the lowest point the quotient below is 0 / 0
        return lr + (base - etaMin) * (1 - Math.cos(Math.PI / tMax)) / 2;
        return (1 + wave(epoch)) / (1 + wave(epoch - 1)) * (lr - etaMin) + etaMin;
    }

    @Override
    double jump(int group, int epoch, double base) {
        return etaMin + (base - etaMin) * (1 + wave(epoch)) / 2;
    }

    private double wave(int epoch) {
        return Math.cos(Math.PI * epoch / tMax);
    }
}
