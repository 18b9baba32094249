package flambeau.args;

/**
 * The keyword {@code right}: whether a value that equals a boundary belongs to the interval above it.
 *
 * @param value whether a value that equals a boundary belongs to the interval above it
 */
public record Right(boolean value) implements Arg<Right.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
