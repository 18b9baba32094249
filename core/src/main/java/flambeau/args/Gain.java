package flambeau.args;

/**
 * The keyword {@code gain}: the factor that an activation asks of initial weights.
 *
 * @param value the factor that an activation asks of initial weights
 */
public record Gain(double value) implements Arg<Gain.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
