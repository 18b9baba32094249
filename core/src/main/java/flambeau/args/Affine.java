package flambeau.args;

/**
 * The keyword {@code affine}: whether a normalisation learns a scale and a shift.
 *
 * @param value whether a normalisation learns a scale and a shift
 */
public record Affine(boolean value) implements Arg<Affine.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
