package flambeau.args;

/**
 * The keyword {@code headBias}: whether the first layer adds a bias.
 *
 * @param value whether the first layer adds a bias
 */
public record HeadBias(boolean value) implements Arg<HeadBias.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
