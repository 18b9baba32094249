package flambeau.args;

/**
 * The keyword {@code b}: the upper bound of numbers that are drawn.
 *
 * @param value the upper bound of numbers that are drawn
 */
public record B(double value) implements Arg<B.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
