package flambeau.args;

/**
 * The keyword {@code std}: the standard deviation of a distribution.
 *
 * @param value the standard deviation of a distribution
 */
public record Std(double value) implements Arg<Std.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
