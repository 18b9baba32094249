package flambeau.args;

/**
 * The keyword {@code checkErrors}: whether a failure is an exception rather than a number in info.
 *
 * @param value whether a failure is an exception rather than a number in info
 */
public record CheckErrors(boolean value) implements Arg<CheckErrors.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
