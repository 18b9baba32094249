package flambeau.args;

/**
 * The keyword {@code momentum}: the share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics.
 *
 * @param value the share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics
 */
public record Momentum(double value) implements Arg<Momentum.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
