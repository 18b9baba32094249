package flambeau.optim;

import static flambeau.args.Args.baseMomentum;
import static flambeau.args.Args.cycleMomentum;
import static flambeau.args.Args.gamma;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.maxMomentum;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.scaleMode;
import static flambeau.args.Args.stepSizeDown;
import static flambeau.args.Args.stepSizeUp;

import flambeau.args.Arg;
import flambeau.args.BaseMomentum;
import flambeau.args.CycleMomentum;
import flambeau.args.CyclicMode;
import flambeau.args.Gamma;
import flambeau.args.LastEpoch;
import flambeau.args.MaxMomentum;
import flambeau.args.ScaleFn;
import flambeau.args.ScaleMode;
import flambeau.args.StepSizeDown;
import flambeau.args.StepSizeUp;
import java.util.function.DoubleUnaryOperator;

/**
 * The learning rate rises from {@code baseLr} to {@code maxLr} along a line in {@code stepSizeUp} steps and falls again in {@code
 * stepSizeDown}, over and over; the momentum goes the other way. The height of a cycle may change: by {@code mode}, or by {@code
 * scaleFn} of the number of the cycle (from 1) or of the step.
 *
 * <p>Called after every batch. Source: Smith 2015, "Cyclical Learning Rates for Training Neural Networks".
 *
 * {@snippet :
 * var scheduler = new CyclicLR(optimizer, 0.01, 0.1, stepSizeUp(500), mode(CyclicMode.TRIANGULAR2));
 * }
 */
public final class CyclicLR extends LRScheduler
        implements StepSizeUp.Taker,
                StepSizeDown.Taker,
                CyclicMode.Taker,
                Gamma.Taker,
                ScaleFn.Taker,
                ScaleMode.Taker,
                CycleMomentum.Taker,
                BaseMomentum.Taker,
                MaxMomentum.Taker,
                LastEpoch.Taker {
    private static final String NAME = "CyclicLR";

    private final double[] baseLrs;
    private final double[] maxLrs;
    private final double[] low; // momentum
    private final double[] high;
    private final double total; // steps of a cycle
    private final double ratio; // of its rising half
    private final DoubleUnaryOperator scale;
    private final boolean isByCycle;
    private final boolean cyclesMomentum;

    /**
     * The schedule, begun.
     *
     * @param baseLr the lowest learning rate
     * @param maxLr the highest
     * @param args stepSizeUp (2000), stepSizeDown (NaN: as stepSizeUp), mode (TRIANGULAR), gamma (1), scaleFn (none), scaleMode (CYCLE),
     *     cycleMomentum (true), baseMomentum (0.8), maxMomentum (0.9), lastEpoch (-1)
     * @throws IllegalArgumentException if the optimiser has no momentum to cycle, or there are values for another number of groups
     */
    @SafeVarargs
    public CyclicLR(Optimizer optimizer, double baseLr, double maxLr, Arg<? super CyclicLR>... args) {
        this(optimizer, new double[] {baseLr}, new double[] {maxLr}, args);
    }

    /**
     * The same with learning rates for each group.
     *
     * @param baseLr the lowest learning rates, one or one a group
     * @param maxLr the highest
     * @param args as above
     */
    @SafeVarargs
    public CyclicLR(Optimizer optimizer, double[] baseLr, double[] maxLr, Arg<? super CyclicLR>... args) {
        var lowest = PerGroup.values(NAME, "baseLr", optimizer, baseLr);
        var highest = PerGroup.values(NAME, "maxLr", optimizer, maxLr);
        boolean cycles = given(args, cycleMomentum(true)).value();
        if (cycles) PerGroup.checkMomentum(NAME, optimizer);
        if (given(args, lastEpoch(-1)).value() == -1)
            for (int i = 0; i < lowest.length; i++) optimizer.groups().get(i).lr(lowest[i]);
        super(optimizer, given(args, lastEpoch(-1)).value());
        baseLrs = lowest;
        maxLrs = highest;
        cyclesMomentum = cycles;
        low = PerGroup.values(
                NAME, "baseMomentum", optimizer, given(args, baseMomentum(0.8)).values());
        high = PerGroup.values(
                NAME, "maxMomentum", optimizer, given(args, maxMomentum(0.9)).values());
        double up = given(args, stepSizeUp(2000)).value(),
                down = given(args, stepSizeDown(Double.NaN)).value();
        total = up + (Double.isNaN(down) ? up : down);
        ratio = up / total;
        var mode = given(args, mode(CyclicMode.TRIANGULAR));
        var own = given(args, ScaleFn.class);
        scale = own != null ? own.value() : byMode(mode, given(args, gamma(1)).value());
        isByCycle =
                own != null ? given(args, scaleMode(ScaleMode.CYCLE)) == ScaleMode.CYCLE : mode != CyclicMode.EXP_RANGE;
        begin();
    }

    private static DoubleUnaryOperator byMode(CyclicMode mode, double gamma) {
        return switch (mode) {
            case TRIANGULAR -> _ -> 1;
            case TRIANGULAR2 -> cycle -> 1 / Math.pow(2, cycle - 1);
            case EXP_RANGE -> step -> Math.pow(gamma, step);
        };
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        double cycle = Math.floor(1 + epoch / total), x = 1 + epoch / total - cycle;
        double height = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
        double factor = scale.applyAsDouble(isByCycle ? cycle : epoch);
        if (cyclesMomentum)
            PerGroup.momentum(optimizer(), group, high[group] - (high[group] - low[group]) * height * factor);
        return baseLrs[group] + (maxLrs[group] - baseLrs[group]) * height * factor;
    }
}
