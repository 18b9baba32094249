package flambeau.args;

/**
 * The keyword {@code nesterov}: whether the momentum looks one step ahead.
 *
 * @param value whether the momentum looks one step ahead
 */
public record Nesterov(boolean value) implements Arg<Nesterov.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
