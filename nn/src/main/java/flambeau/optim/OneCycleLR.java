package flambeau.optim;

import static flambeau.args.Args.annealStrategy;
import static flambeau.args.Args.baseMomentum;
import static flambeau.args.Args.cycleMomentum;
import static flambeau.args.Args.divFactor;
import static flambeau.args.Args.finalDivFactor;
import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;
import static flambeau.args.Args.maxMomentum;
import static flambeau.args.Args.pctStart;
import static flambeau.args.Args.threePhase;

import flambeau.args.AnnealStrategy;
import flambeau.args.Arg;
import flambeau.args.BaseMomentum;
import flambeau.args.CycleMomentum;
import flambeau.args.DivFactor;
import flambeau.args.Epochs;
import flambeau.args.FinalDivFactor;
import flambeau.args.LastEpoch;
import flambeau.args.MaxMomentum;
import flambeau.args.PctStart;
import flambeau.args.StepsPerEpoch;
import flambeau.args.ThreePhase;
import flambeau.args.TotalSteps;

/**
 * One cycle over a whole training: the learning rate rises from {@code maxLr / divFactor} to {@code maxLr} in the share {@code pctStart}
 * of all steps, and falls to {@code maxLr / divFactor / finalDivFactor} in the rest; the momentum goes the other way. In three phases it
 * falls back to the first rate as fast as it has risen, then to the last.
 *
 * <p>Called after every batch. The number of steps is {@code totalSteps}, or {@code epochs * stepsPerEpoch}. Source: Smith and Topin
 * 2017, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates".
 *
 * {@snippet :
 * var scheduler = new OneCycleLR(optimizer, 0.01, epochs(10), stepsPerEpoch(100));
 * }
 */
public final class OneCycleLR extends LRScheduler
        implements TotalSteps.Taker,
                Epochs.Taker,
                StepsPerEpoch.Taker,
                PctStart.Taker,
                AnnealStrategy.Taker,
                CycleMomentum.Taker,
                BaseMomentum.Taker,
                MaxMomentum.Taker,
                DivFactor.Taker,
                FinalDivFactor.Taker,
                ThreePhase.Taker,
                LastEpoch.Taker {
    private static final String NAME = "OneCycleLR";

    private final double[] ends; // the last step of each phase
    private final double[][] lrs; // of each group at the beginning, and at the end of each phase
    private final double[][] momenta;
    private final int totalSteps;
    private final boolean isLinear;
    private final boolean cyclesMomentum;

    /**
     * The schedule, begun.
     *
     * @param maxLr the highest learning rate
     * @param args totalSteps (none), epochs (none), stepsPerEpoch (none), pctStart (0.3), annealStrategy (COS), cycleMomentum (true),
     *     baseMomentum (0.85), maxMomentum (0.95), divFactor (25), finalDivFactor (1e4), threePhase (false), lastEpoch (-1)
     * @throws IllegalArgumentException if the number of steps is not given, or not positive, pctStart is not in [0, 1], the optimiser
     *     has no momentum to cycle, or there are values for another number of groups
     */
    @SafeVarargs
    public OneCycleLR(Optimizer optimizer, double maxLr, Arg<? super OneCycleLR>... args) {
        this(optimizer, new double[] {maxLr}, args);
    }

    /**
     * The same with one highest learning rate a group.
     *
     * @param maxLr the highest learning rates
     * @param args as above
     */
    @SafeVarargs
    public OneCycleLR(Optimizer optimizer, double[] maxLr, Arg<? super OneCycleLR>... args) {
        int total = totalSteps(args);
        double share = given(args, pctStart(0.3)).value();
        if (!(share >= 0 && share <= 1))
            throw new IllegalArgumentException("OneCycleLR: pctStart must be in [0, 1], got " + share);
        double div = given(args, divFactor(25)).value();
        boolean fresh = given(args, lastEpoch(-1)).value() == -1;
        boolean cycles = given(args, cycleMomentum(true)).value();
        var maxLrs = PerGroup.values(NAME, "maxLr", optimizer, maxLr);
        if (cycles) PerGroup.checkMomentum(NAME, optimizer);
        var low = PerGroup.values(
                NAME, "baseMomentum", optimizer, given(args, baseMomentum(0.85)).values());
        var high = PerGroup.values(
                NAME, "maxMomentum", optimizer, given(args, maxMomentum(0.95)).values());
        if (fresh) for (int i = 0; i < maxLrs.length; i++) optimizer.groups().get(i).initialLr = maxLrs[i] / div;
        super(optimizer, given(args, lastEpoch(-1)).value());
        totalSteps = total;
        cyclesMomentum = cycles;
        isLinear = given(args, annealStrategy(AnnealStrategy.COS)) == AnnealStrategy.LINEAR;
        boolean three = given(args, threePhase(false)).value();
        double finalDiv = given(args, finalDivFactor(1e4)).value(), turn = share * total - 1;
        ends = three ? new double[] {turn, 2 * share * total - 2, total - 1} : new double[] {turn, total - 1};
        lrs = new double[maxLrs.length][];
        momenta = new double[maxLrs.length][];
        for (int i = 0; i < maxLrs.length; i++) {
            double first = maxLrs[i] / div, last = first / finalDiv;
            lrs[i] = three ? new double[] {first, maxLrs[i], first, last} : new double[] {first, maxLrs[i], last};
            momenta[i] =
                    three ? new double[] {high[i], low[i], high[i], high[i]} : new double[] {high[i], low[i], high[i]};
        }
        begin();
    }

    private static int totalSteps(Arg<?>[] args) {
        var total = given(args, TotalSteps.class);
        var epochs = given(args, Epochs.class);
        var each = given(args, StepsPerEpoch.class);
        int steps;
        if (total != null) steps = total.value();
        else if (epochs != null && each != null) steps = epochs.value() <= 0 ? 0 : epochs.value() * each.value();
        else throw new IllegalArgumentException("OneCycleLR: takes totalSteps, or epochs and stepsPerEpoch");
        if (steps <= 0)
            throw new IllegalArgumentException("OneCycleLR: the number of steps must be positive, got " + steps);
        return steps;
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        if (epoch > totalSteps)
            throw new IllegalStateException("OneCycleLR: step %d is beyond the %d in all".formatted(epoch, totalSteps));
        int phase = 0;
        while (phase < ends.length - 1 && epoch > ends[phase]) phase++;
        double from = phase == 0 ? 0 : ends[phase - 1];
        double share = (epoch - from) / (ends[phase] - from);
        if (cyclesMomentum)
            PerGroup.momentum(optimizer(), group, between(momenta[group][phase], momenta[group][phase + 1], share));
        return between(lrs[group][phase], lrs[group][phase + 1], share);
    }

    private double between(double start, double end, double share) {
        return isLinear ? (end - start) * share + start : end + (start - end) / 2 * (Math.cos(Math.PI * share) + 1);
    }
}
