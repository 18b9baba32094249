package flambeau.args;

/**
 * The keyword {@code centered}: whether the variance of the gradients is taken, not their mean square.
 *
 * @param value whether the variance of the gradients is taken, not their mean square
 */
public record Centered(boolean value) implements Arg<Centered.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
