package flambeau.args;

/**
 * The keyword {@code numDecoderLayers}: the number of layers that decode.
 *
 * @param value the number of layers that decode
 */
public record NumDecoderLayers(int value) implements Arg<NumDecoderLayers.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
