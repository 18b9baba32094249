package flambeau.args;

/**
 * The keyword {@code numLayers}: the number of layers, each on the output of the one before.
 *
 * @param value the number of layers, each on the output of the one before
 */
public record NumLayers(int value) implements Arg<NumLayers.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
