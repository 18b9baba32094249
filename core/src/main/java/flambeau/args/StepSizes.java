package flambeau.args;

/**
 * The keyword {@code stepSizes}: the smallest and the largest step size.
 *
 * @param min the smallest
 * @param max the largest
 */
public record StepSizes(double min, double max) implements Arg<StepSizes.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
