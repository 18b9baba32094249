package flambeau.args;

/**
 * The keyword {@code largest}: whether the largest are wanted, and not the smallest.
 *
 * @param value whether the largest are wanted, and not the smallest
 */
public record Largest(boolean value) implements Arg<Largest.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
