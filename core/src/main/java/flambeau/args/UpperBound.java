package flambeau.args;

/**
 * The keyword {@code upper} of a range: the upper bound of what is drawn.
 *
 * @param value the upper bound of what is drawn
 */
public record UpperBound(double value) implements Arg<UpperBound.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
