package flambeau.args;

/**
 * The keyword {@code raiseException}: whether a failed check throws.
 *
 * @param value whether a failed check throws
 */
public record RaiseException(boolean value) implements Arg<RaiseException.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
