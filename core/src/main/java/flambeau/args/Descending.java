package flambeau.args;

/**
 * The keyword {@code descending}: whether the largest comes first.
 *
 * @param value whether the largest comes first
 */
public record Descending(boolean value) implements Arg<Descending.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
