package flambeau.args;

/**
 * The keyword {@code finalDivFactor}: the first learning rate divided by the last one.
 *
 * @param value the first learning rate divided by the last one
 */
public record FinalDivFactor(double value) implements Arg<FinalDivFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
