package flambeau.args;

/**
 * The keyword {@code bias}: whether a layer adds a learnt bias.
 *
 * @param value whether a layer adds a learnt bias
 */
public record Bias(boolean value) implements Arg<Bias.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
