package flambeau.args;

/**
 * The keyword {@code left}: whether the matrix stands to the left of the unknown.
 *
 * @param value whether the matrix stands to the left of the unknown
 */
public record Left(boolean value) implements Arg<Left.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
