package flambeau.args;

/**
 * The keyword {@code threePhase}: whether the learning rate falls to the first one as fast as it has risen.
 *
 * @param value whether the learning rate falls to the first one as fast as it has risen
 */
public record ThreePhase(boolean value) implements Arg<ThreePhase.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
