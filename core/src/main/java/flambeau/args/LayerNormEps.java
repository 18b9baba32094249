package flambeau.args;

/**
 * The keyword {@code layerNormEps}: the eps of the layer normalisations.
 *
 * @param value the eps of the layer normalisations
 */
public record LayerNormEps(double value) implements Arg<LayerNormEps.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
