package flambeau.args;

/**
 * The keyword {@code maxIter}: the largest number of iterations of a step.
 *
 * @param value the largest number of iterations of a step
 */
public record MaxIter(int value) implements Arg<MaxIter.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
