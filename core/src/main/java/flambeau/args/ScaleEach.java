package flambeau.args;

/**
 * The keyword {@code scaleEach}: whether each image is scaled by its own extremes.
 *
 * @param value whether each image is scaled by its own extremes
 */
public record ScaleEach(boolean value) implements Arg<ScaleEach.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
