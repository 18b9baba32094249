package flambeau.args;

/**
 * The keyword {@code a}: the slope below 0 of the leaky relu behind a layer.
 *
 * @param value the slope
 */
public record A(double value) implements Arg<A.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
