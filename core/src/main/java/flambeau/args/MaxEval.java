package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code maxEval}: the largest number of evaluations in a step.
 *
 * @param value the largest number of evaluations in a step; null for 5/4 of the iterations
 */
public record MaxEval(@Nullable Integer value) implements Arg<MaxEval.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
