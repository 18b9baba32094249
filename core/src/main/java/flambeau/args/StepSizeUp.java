package flambeau.args;

/**
 * The keyword {@code stepSizeUp}: the number of steps in the rising half of a cycle.
 *
 * @param value the number of steps in the rising half of a cycle
 */
public record StepSizeUp(double value) implements Arg<StepSizeUp.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
