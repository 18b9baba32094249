package flambeau.args;

/**
 * The keyword {@code stepSizeDown}: the number of steps in the falling half of a cycle.
 *
 * @param value the number of steps in the falling half of a cycle; NaN for as many as in the rising half
 */
public record StepSizeDown(double value) implements Arg<StepSizeDown.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
