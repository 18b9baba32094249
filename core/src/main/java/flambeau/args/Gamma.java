package flambeau.args;

/**
 * The keyword {@code gamma}: the factor of a learning rate that falls.
 *
 * @param value the factor of a learning rate that falls
 */
public record Gamma(double value) implements Arg<Gamma.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
