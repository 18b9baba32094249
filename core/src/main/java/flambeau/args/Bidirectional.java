package flambeau.args;

/**
 * The keyword {@code bidirectional}: whether sequences are also read from their end.
 *
 * @param value whether sequences are also read from their end
 */
public record Bidirectional(boolean value) implements Arg<Bidirectional.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
