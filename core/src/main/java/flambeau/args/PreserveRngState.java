package flambeau.args;

/**
 * The keyword {@code preserveRngState}: whether what is computed again draws the same random numbers again.
 *
 * @param value whether what is computed again draws the same random numbers again
 */
public record PreserveRngState(boolean value) implements Arg<PreserveRngState.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
