package flambeau.args;

/**
 * The keyword {@code totalSteps}: the number of steps in all.
 *
 * @param value the number of steps in all
 */
public record TotalSteps(int value) implements Arg<TotalSteps.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
