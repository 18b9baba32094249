package flambeau.args;

/**
 * The keyword {@code dropoutP}: the probability that a weight of attention becomes 0.
 *
 * @param value the probability that a weight of attention becomes 0
 */
public record DropoutP(double value) implements Arg<DropoutP.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
