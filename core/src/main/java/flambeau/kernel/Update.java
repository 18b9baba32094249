package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.Rule;

/** Optimiser steps, each one pass over memory. */
public interface Update {
    /**
     * A step of one parameter.
     *
     * @param operands the parameter, its gradient, and its state in the order of the rule, all of the parameter's shape and dtype
     */
    record Step(Rule rule, Array... operands) {
        /** The number of elements. */
        long count() {
            return operands[0].count();
        }
    }

    /**
     * Changes elements {@code low} to {@code high}, exclusive, of the parameter and its state in place: counted in memory order
     * where all operands lie alike, else in row-major order.
     *
     * @return whether this provider has done it; for the same operands a slower one says the same for all elements
     */
    boolean update(Step step, long low, long high);
}
