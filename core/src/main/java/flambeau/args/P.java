package flambeau.args;

/**
 * The keyword {@code p}: the probability with which an element is set to 0.
 *
 * @param value the probability with which an element is set to 0
 */
public record P(double value) implements Arg<P.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
