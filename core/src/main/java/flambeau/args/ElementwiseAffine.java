package flambeau.args;

/**
 * The keyword {@code elementwiseAffine}: whether a normalisation learns a scale and a shift for each element.
 *
 * @param value whether a normalisation learns a scale and a shift for each element
 */
public record ElementwiseAffine(boolean value) implements Arg<ElementwiseAffine.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
