package flambeau.args;

/**
 * The keyword {@code baseMomentum}: the lowest momentum.
 *
 * @param values one for all groups of parameters, or one a group
 */
public record BaseMomentum(double... values) implements Arg<BaseMomentum.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
