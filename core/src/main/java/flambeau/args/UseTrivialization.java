package flambeau.args;

/**
 * The keyword {@code useTrivialization}: whether the parameter is a step from a fixed orthogonal matrix, the first value.
 *
 * @param value whether the parameter is a step from a fixed orthogonal matrix, the first value
 */
public record UseTrivialization(boolean value) implements Arg<UseTrivialization.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
