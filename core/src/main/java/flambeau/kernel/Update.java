package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/**
 * Optimiser steps of one parameter, each one pass over memory. All arrays have the parameter's shape. Every method returns
 * whether this provider has done it.
 */
public interface Update {
    /**
     * Stochastic gradient descent with momentum.
     *
     * @param momentum the coefficient; 0 without a velocity
     * @param dampening the share of the gradient that the velocity does not take
     * @param first whether the velocity is new and becomes the gradient
     */
    record Sgd(
            double lr,
            double momentum,
            double dampening,
            double weightDecay,
            boolean nesterov,
            boolean maximize,
            boolean first) {}

    /**
     * Adam.
     *
     * @param step the number of this step, from 1
     * @param decoupled whether weight decay acts on the parameter (AdamW) and not on the gradient
     */
    record Adam(
            double lr,
            double beta1,
            double beta2,
            double eps,
            double weightDecay,
            boolean decoupled,
            boolean maximize,
            long step) {}

    /** Changes the parameter {@code p} and its {@code velocity} (null without momentum) in place. */
    boolean sgd(Sgd options, Array p, Array g, @Nullable Array velocity);

    /** Changes {@code p} and the moments {@code m}, {@code v} and {@code vMax} (null without amsgrad) in place. */
    boolean adam(Adam options, Array p, Array g, Array m, Array v, @Nullable Array vMax);
}
