package flambeau.args;

/**
 * The keyword {@code nPowerIterations}: how often an estimate of the largest singular value is improved at each call.
 *
 * @param value how often an estimate of the largest singular value is improved at each call
 */
public record NPowerIterations(int value) implements Arg<NPowerIterations.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
