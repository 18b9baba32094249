package flambeau.args;

/**
 * The keyword {@code endFactor}: the factor of the learning rate at the end.
 *
 * @param value the factor of the learning rate at the end
 */
public record EndFactor(double value) implements Arg<EndFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
