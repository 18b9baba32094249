package flambeau.args;

/**
 * The keyword {@code linewidth}: characters a line.
 *
 * @param value characters a line
 */
public record Linewidth(int value) implements Arg<Linewidth.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
