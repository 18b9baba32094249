package flambeau.args;

/**
 * The keyword {@code offset}: the diagonal, counted from the main one; above it is positive.
 *
 * @param value the diagonal, counted from the main one; above it is positive
 */
public record Offset(int value) implements Arg<Offset.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
