package flambeau.args;

/**
 * The keyword {@code weightDecay}: the factor of the parameter that is added to its gradient.
 *
 * @param value the factor of the parameter that is added to its gradient
 */
public record WeightDecay(double value) implements Arg<WeightDecay.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
