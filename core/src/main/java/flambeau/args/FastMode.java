package flambeau.args;

/**
 * The keyword {@code fastMode}: whether one random direction is compared instead of whole Jacobians.
 *
 * @param value whether one random direction is compared instead of whole Jacobians
 */
public record FastMode(boolean value) implements Arg<FastMode.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
