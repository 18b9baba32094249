package flambeau.args;

/**
 * The keyword {@code divFactor}: the highest learning rate divided by the first one.
 *
 * @param value the highest learning rate divided by the first one
 */
public record DivFactor(double value) implements Arg<DivFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
