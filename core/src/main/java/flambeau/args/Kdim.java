package flambeau.args;

/**
 * The keyword {@code kdim}: the size of each key.
 *
 * @param value the size of each key
 */
public record Kdim(int value) implements Arg<Kdim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
