package flambeau.args;

/**
 * The keyword {@code power}: the exponent of a decay.
 *
 * @param value the exponent of a decay
 */
public record Power(double value) implements Arg<Power.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
