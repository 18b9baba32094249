package flambeau.args;

import java.util.function.DoubleUnaryOperator;

/** Keywords of schedules of learning rates. */
abstract sealed class ScheduleArgs extends OptimizerArgs permits SequenceArgs {
    ScheduleArgs() {}

    /** The number of steps on the way to the last learning rate. */
    public static AnnealEpochs annealEpochs(int value) {
        return new AnnealEpochs(value);
    }

    /** How a learning rate goes from one value to another. */
    public static AnnealStrategy annealStrategy(AnnealStrategy value) {
        return value;
    }

    /** The lowest momentum: one for all groups, or one a group. */
    public static BaseMomentum baseMomentum(double... values) {
        return new BaseMomentum(values);
    }

    /** How many measurements do not count after a change. */
    public static Cooldown cooldown(int value) {
        return new Cooldown(value);
    }

    /** Whether the momentum falls while the learning rate rises. */
    public static CycleMomentum cycleMomentum(boolean value) {
        return new CycleMomentum(value);
    }

    /** The highest learning rate divided by the first one. */
    public static DivFactor divFactor(double value) {
        return new DivFactor(value);
    }

    /** The factor of the learning rate at the end. */
    public static EndFactor endFactor(double value) {
        return new EndFactor(value);
    }

    /** The number of passes over the data. */
    public static Epochs epochs(int value) {
        return new Epochs(value);
    }

    /** The lowest learning rate. */
    public static EtaMin etaMin(double value) {
        return new EtaMin(value);
    }

    /** The factor by which a learning rate is changed. */
    public static Factor factor(double value) {
        return new Factor(value);
    }

    /** The first learning rate divided by the last one. */
    public static FinalDivFactor finalDivFactor(double value) {
        return new FinalDivFactor(value);
    }

    /** The factor of a learning rate that falls. */
    public static Gamma gamma(double value) {
        return new Gamma(value);
    }

    /** The step after which a schedule goes on; -1 begins it. */
    public static LastEpoch lastEpoch(int value) {
        return new LastEpoch(value);
    }

    /** The highest momentum: one for all groups, or one a group. */
    public static MaxMomentum maxMomentum(double... values) {
        return new MaxMomentum(values);
    }

    /** The lowest learning rate: one for all groups, or one a group. */
    public static MinLr minLr(double... values) {
        return new MinLr(values);
    }

    /** How the height of a cycle changes. */
    public static CyclicMode mode(CyclicMode value) {
        return value;
    }

    /** Which way a measurement is better. */
    public static MetricMode mode(MetricMode value) {
        return value;
    }

    /** How many measurements without progress are borne. */
    public static Patience patience(int value) {
        return new Patience(value);
    }

    /** The share of all steps in which the learning rate rises. */
    public static PctStart pctStart(double value) {
        return new PctStart(value);
    }

    /** The exponent of a decay. */
    public static Power power(double value) {
        return new Power(value);
    }

    /** How the height of a cycle changes. */
    public static ScaleFn scaleFn(DoubleUnaryOperator value) {
        return new ScaleFn(value);
    }

    /** What the function of the height is given. */
    public static ScaleMode scaleMode(ScaleMode value) {
        return value;
    }

    /** The factor of the learning rate at the start. */
    public static StartFactor startFactor(double value) {
        return new StartFactor(value);
    }

    /** The number of steps in the falling half of a cycle; NaN for as many as in the rising half. */
    public static StepSizeDown stepSizeDown(double value) {
        return new StepSizeDown(value);
    }

    /** The number of steps in the rising half of a cycle. */
    public static StepSizeUp stepSizeUp(double value) {
        return new StepSizeUp(value);
    }

    /** The number of steps in a pass over the data. */
    public static StepsPerEpoch stepsPerEpoch(int value) {
        return new StepsPerEpoch(value);
    }

    /** Whether the learning rate falls to the first one as fast as it has risen. */
    public static ThreePhase threePhase(boolean value) {
        return new ThreePhase(value);
    }

    /** What a threshold is measured in. */
    public static ThresholdMode thresholdMode(ThresholdMode value) {
        return value;
    }

    /** By how much each period is longer than the one before. */
    public static TMult tMult(int value) {
        return new TMult(value);
    }

    /** The number of steps over which a learning rate changes. */
    public static TotalIters totalIters(int value) {
        return new TotalIters(value);
    }

    /** The number of steps in all. */
    public static TotalSteps totalSteps(int value) {
        return new TotalSteps(value);
    }
}
