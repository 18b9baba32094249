package flambeau.args;

/**
 * The keyword {@code negativeSlope}: the slope below 0.
 *
 * @param value the slope below 0
 */
public record NegativeSlope(double value) implements Arg<NegativeSlope.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
