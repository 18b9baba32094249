package flambeau.args;

/**
 * The keyword {@code needWeights}: whether the weights of attention are returned.
 *
 * @param value whether the weights of attention are returned
 */
public record NeedWeights(boolean value) implements Arg<NeedWeights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
