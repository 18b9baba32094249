package flambeau.args;

/**
 * The keyword {@code beta}: the factor of what is added to.
 *
 * @param value the factor of what is added to
 */
public record Beta(Number value) implements Arg<Beta.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
