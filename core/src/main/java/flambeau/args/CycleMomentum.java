package flambeau.args;

/**
 * The keyword {@code cycleMomentum}: whether the momentum falls while the learning rate rises.
 *
 * @param value whether the momentum falls while the learning rate rises
 */
public record CycleMomentum(boolean value) implements Arg<CycleMomentum.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
