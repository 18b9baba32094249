package flambeau.args;

/**
 * The keyword {@code scale}: the factor of the products of queries and keys.
 *
 * @param value the factor of the products of queries and keys
 */
public record Scale(double value) implements Arg<Scale.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
