package flambeau.args;

/**
 * The keyword {@code maxMomentum}: the highest momentum.
 *
 * @param values one for all groups of parameters, or one a group
 */
public record MaxMomentum(double... values) implements Arg<MaxMomentum.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
