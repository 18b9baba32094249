package flambeau.args;

/**
 * The keyword {@code n}: the number of columns.
 *
 * @param value the number of columns
 */
public record N(int value) implements Arg<N.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
