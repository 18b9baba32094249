package flambeau.args;

/**
 * The keyword {@code eps} with two values: what keeps Adafactor's denominators, and its steps, from 0.
 *
 * @param eps1 the least root of the second moment; NaN for the dtype's own epsilon
 * @param eps2 the least root mean square of a parameter
 */
public record Epsilons(double eps1, double eps2) implements Arg<Epsilons.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
