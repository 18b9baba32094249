package flambeau.args;

/**
 * The keyword {@code a}: the slope below 0 of the leaky relu behind a layer, or the lower bound of numbers that are drawn.
 *
 * @param value the slope, or the bound
 */
public record A(double value) implements Arg<A.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
