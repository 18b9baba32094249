package flambeau.args;

/**
 * The keyword {@code totalLength}: the length to which sequences are padded at least.
 *
 * @param value the length to which sequences are padded at least
 */
public record TotalLength(int value) implements Arg<TotalLength.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
