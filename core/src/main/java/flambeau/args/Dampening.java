package flambeau.args;

/**
 * The keyword {@code dampening}: the share of the gradient that the velocity does not take.
 *
 * @param value the share of the gradient that the velocity does not take
 */
public record Dampening(double value) implements Arg<Dampening.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
