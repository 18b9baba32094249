package flambeau.args;

/**
 * The keyword {@code nsSteps}: the number of Newton-Schulz iterations.
 *
 * @param value the number of Newton-Schulz iterations
 */
public record NsSteps(int value) implements Arg<NsSteps.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
