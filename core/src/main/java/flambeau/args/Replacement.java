package flambeau.args;

/**
 * The keyword {@code replacement}: whether the same sample can be drawn again.
 *
 * @param value whether the same sample can be drawn again
 */
public record Replacement(boolean value) implements Arg<Replacement.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
