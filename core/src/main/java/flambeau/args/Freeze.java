package flambeau.args;

/**
 * The keyword {@code freeze}: whether the weight takes no gradient.
 *
 * @param value whether the weight takes no gradient
 */
public record Freeze(boolean value) implements Arg<Freeze.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
