package flambeau.args;

/**
 * The keyword {@code numEncoderLayers}: the number of layers that encode.
 *
 * @param value the number of layers that encode
 */
public record NumEncoderLayers(int value) implements Arg<NumEncoderLayers.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
