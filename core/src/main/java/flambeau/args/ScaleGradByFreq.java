package flambeau.args;

/**
 * The keyword {@code scaleGradByFreq}: whether gradients are divided by how often their row occurs.
 *
 * @param value whether gradients are divided by how often their row occurs
 */
public record ScaleGradByFreq(boolean value) implements Arg<ScaleGradByFreq.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
