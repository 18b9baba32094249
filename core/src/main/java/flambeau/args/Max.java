package flambeau.args;

/**
 * The keyword {@code max}: the upper end of a range.
 *
 * @param value the upper end of a range
 */
public record Max(Number value) implements Arg<Max.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
