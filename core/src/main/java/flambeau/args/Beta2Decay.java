package flambeau.args;

/**
 * The keyword {@code beta2Decay}: the exponent of the step in the decay rate of the second moment; not positive.
 *
 * @param value the exponent of the step in the decay rate of the second moment; not positive
 */
public record Beta2Decay(double value) implements Arg<Beta2Decay.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
