package flambeau.args;

/**
 * The keyword {@code ord}: which norm, by its exponent.
 *
 * @param value which norm, by its exponent
 */
public record Ord(Number value) implements Arg<Ord.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
