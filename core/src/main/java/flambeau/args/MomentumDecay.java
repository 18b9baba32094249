package flambeau.args;

/**
 * The keyword {@code momentumDecay}: how fast the momentum rises to its full value.
 *
 * @param value how fast the momentum rises to its full value
 */
public record MomentumDecay(double value) implements Arg<MomentumDecay.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
