package flambeau.args;

/**
 * The keyword {@code startFactor}: the factor of the learning rate at the start.
 *
 * @param value the factor of the learning rate at the start
 */
public record StartFactor(double value) implements Arg<StartFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
