package flambeau.args;

import org.jspecify.annotations.Nullable;

/** Keywords of optimisers. */
abstract sealed class OptimizerArgs extends NormalizationArgs permits ScheduleArgs {
    OptimizerArgs() {}

    /** How the learning rate depends on the shape of a matrix. */
    public static AdjustLrFn adjustLrFn(LrAdjustment value) {
        return new AdjustLrFn(value);
    }

    /** Whether Adam divides by the largest second moment so far. */
    public static Amsgrad amsgrad(boolean value) {
        return new Amsgrad(value);
    }

    /** The exponent of the step in the decay rate of the second moment; not positive. */
    public static Beta2Decay beta2Decay(double value) {
        return new Beta2Decay(value);
    }

    /** The decay rates of the first and the second moment. */
    public static Betas betas(double beta1, double beta2) {
        return new Betas(beta1, beta2);
    }

    /** Whether the variance of the gradients is taken, not their mean square. */
    public static Centered centered(boolean value) {
        return new Centered(value);
    }

    /** The root mean square above which an update is clipped. */
    public static D d(double value) {
        return new D(value);
    }

    /** The share of the gradient that the velocity does not take. */
    public static Dampening dampening(double value) {
        return new Dampening(value);
    }

    /** Whether weight decay acts on the parameter and not on its gradient. */
    public static DecoupledWeightDecay decoupledWeightDecay(boolean value) {
        return new DecoupledWeightDecay(value);
    }

    /** What keeps Adafactor's denominators, and its steps, from 0; null for the dtype's own epsilon. */
    public static Epsilons eps(@Nullable Double eps1, double eps2) {
        return new Epsilons(eps1 == null ? Double.NaN : eps1, eps2);
    }

    /** The factors by which step sizes shrink and grow. */
    public static Etas etas(double minus, double plus) {
        return new Etas(minus, plus);
    }

    /** How many past steps are kept. */
    public static HistorySize historySize(int value) {
        return new HistorySize(value);
    }

    /** What sums of squares begin with. */
    public static InitialAccumulatorValue initialAccumulatorValue(double value) {
        return new InitialAccumulatorValue(value);
    }

    /** How far a step goes along its direction; null for the learning rate. */
    public static LineSearchFn lineSearchFn(@Nullable LineSearch value) {
        return new LineSearchFn(value);
    }

    /** The learning rate. */
    public static Lr lr(double value) {
        return new Lr(value);
    }

    /** By how much the learning rate falls with each step. */
    public static LrDecay lrDecay(double value) {
        return new LrDecay(value);
    }

    /** The largest number of evaluations in a step; null for 5/4 of the iterations. */
    public static MaxEval maxEval(@Nullable Integer value) {
        return new MaxEval(value);
    }

    /** Whether an optimiser climbs. */
    public static Maximize maximize(boolean value) {
        return new Maximize(value);
    }

    /** The largest number of iterations of a step. */
    public static MaxIter maxIter(int value) {
        return new MaxIter(value);
    }

    /** How fast the momentum rises to its full value. */
    public static MomentumDecay momentumDecay(double value) {
        return new MomentumDecay(value);
    }

    /** Whether the momentum looks one step ahead. */
    public static Nesterov nesterov(boolean value) {
        return new Nesterov(value);
    }

    /** The coefficients of x, x³ and x⁵ in the Newton-Schulz polynomial. */
    public static NsCoefficients nsCoefficients(double a, double b, double c) {
        return new NsCoefficients(a, b, c);
    }

    /** The number of Newton-Schulz iterations. */
    public static NsSteps nsSteps(int value) {
        return new NsSteps(value);
    }

    /** The share of the past that a running average of squares keeps. */
    public static Rho rho(double value) {
        return new Rho(value);
    }

    /** The smallest and the largest step size. */
    public static StepSizes stepSizes(double min, double max) {
        return new StepSizes(min, max);
    }

    /** The step at which averaging begins. */
    public static T0 t0(double value) {
        return new T0(value);
    }

    /** The smallest change at which the search goes on. */
    public static ToleranceChange toleranceChange(double value) {
        return new ToleranceChange(value);
    }

    /** The largest gradient at which the search ends. */
    public static ToleranceGrad toleranceGrad(double value) {
        return new ToleranceGrad(value);
    }

    /** Whether buffers are averaged, too, not copied. */
    public static UseBuffers useBuffers(boolean value) {
        return new UseBuffers(value);
    }

    /** The factor of the parameter that is added to its gradient. */
    public static WeightDecay weightDecay(double value) {
        return new WeightDecay(value);
    }
}
