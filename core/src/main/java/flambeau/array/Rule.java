package flambeau.array;

/**
 * What a step of an optimiser does with each element: {@code p} of the parameter, {@code g} of the gradient, and those of its
 * state, which are changed in place with p. The numbers are those of one step: whatever depends on how many there were before is
 * in them.
 */
public sealed interface Rule {
    /** How the step begins. */
    Start start();

    /** Whether the rule works with so many kinds of state. */
    default boolean takes(int states) {
        return switch (this) {
            case Sgd o -> states == (o.momentum == 0 ? 0 : 1);
            case Adam _ -> states == 2 || states == 3;
            case RMSprop o -> states == 1 + (o.centered ? 1 : 0) + (o.momentum == 0 ? 0 : 1);
            case Adagrad _, Asgd _ -> states == 1;
            case NAdam _, RAdam _, Adamax _, Adadelta _, Rprop _ -> states == 2;
        };
    }

    /**
     * How every step begins: {@code p = shrink p; g = ±g + decay p}.
     *
     * @param maximize whether the gradient is turned around
     * @param shrink weight decay that acts on the parameter; 1 without
     * @param decay weight decay that is added to the gradient; 0 without
     */
    record Start(boolean maximize, double shrink, double decay) {}

    /**
     * {@code v = momentum v + share g}, {@code v = g} in the first step; {@code p -= rate v}, with nesterov {@code p -= rate (g +
     * momentum v)}. Without momentum there is no v: {@code p -= rate g}.
     */
    record Sgd(Start start, double rate, double momentum, double share, boolean nesterov, boolean first)
            implements Rule {}

    /**
     * How the rules of Adam's kind go on: {@code m += weight1 (g - m); v = beta2 v + weight2 g²}.
     *
     * @param weight1 {@code 1 - beta1}
     * @param beta2 the coefficient of the second moment
     */
    record Moments(double weight1, double beta2) {
        /** {@code 1 - beta2}. */
        public double weight2() {
            return 1 - beta2;
        }
    }

    /** {@code m, v} by the moments; {@code u = max(u, v)} if there is a third state, else u is v; {@code p -= rate m / (√u + eps)}. */
    record Adam(Start start, Moments moments, double rate, double eps) implements Rule {}

    /** {@code m, v} by the moments; {@code p -= (rateOfG g + rateOfM m) / (√v + eps)}. */
    record NAdam(Start start, Moments moments, double rateOfG, double rateOfM, double eps) implements Rule {}

    /** {@code m, v} by the moments; {@code p -= rate m / (√v + eps)} where the step is rectified, else {@code p -= rate m}. */
    record RAdam(Start start, Moments moments, double rate, boolean rectified, double eps) implements Rule {}

    /** {@code m += weight1 (g - m); u = max(beta2 u, |g| + eps); p -= rate m / u}. */
    record Adamax(Start start, double weight1, double beta2, double rate, double eps) implements Rule {}

    /** {@code s += g²; p -= rate g / (√s + eps)}. */
    record Adagrad(Start start, double rate, double eps) implements Rule {}

    /** {@code v = rho v + (1 - rho) g²; d = √(u + eps) / √(v + eps) g; u = rho u + (1 - rho) d²; p -= rate d}. */
    record Adadelta(Start start, double rate, double rho, double eps) implements Rule {}

    /**
     * {@code v = alpha v + (1 - alpha) g²}; if centered, {@code m += (1 - alpha) (g - m)} and {@code w = v - m²}, else w is v;
     * {@code p -= rate g / (√w + eps)}, with momentum {@code b = momentum b + g / (√w + eps); p -= rate b}. The state is v, m, b.
     */
    record RMSprop(Start start, double rate, double alpha, double eps, double momentum, boolean centered)
            implements Rule {}

    /**
     * {@code z} times plus where {@code g b > 0} and times minus where {@code g b < 0}, within min and max; {@code b = g}, or 0 where
     * {@code g b < 0}; {@code p -= z sign(b)}. The state is b, z.
     */
    record Rprop(Start start, double minus, double plus, double min, double max) implements Rule {}

    /** {@code p = shrink p - rate g; a += weight (p - a)}, where a weight of 1 copies. */
    record Asgd(Start start, double shrink, double rate, double weight) implements Rule {}
}
