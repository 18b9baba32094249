package flambeau.args;

/**
 * The keyword {@code toleranceGrad}: the largest gradient at which the search ends.
 *
 * @param value the largest gradient at which the search ends
 */
public record ToleranceGrad(double value) implements Arg<ToleranceGrad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
