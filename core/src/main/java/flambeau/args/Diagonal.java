package flambeau.args;

/**
 * The keyword {@code diagonal}: the diagonal, counted from the main one; above it is positive.
 *
 * @param value the diagonal, counted from the main one; above it is positive
 */
public record Diagonal(int value) implements Arg<Diagonal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
