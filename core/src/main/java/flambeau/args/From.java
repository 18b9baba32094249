package flambeau.args;

/**
 * The keyword {@code from}: where a range begins.
 *
 * @param value where a range begins
 */
public record From(Number value) implements Arg<From.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
