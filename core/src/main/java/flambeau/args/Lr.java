package flambeau.args;

/**
 * The keyword {@code lr}: the learning rate.
 *
 * @param value the learning rate
 */
public record Lr(double value) implements Arg<Lr.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
