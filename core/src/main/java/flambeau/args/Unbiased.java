package flambeau.args;

/**
 * The keyword {@code unbiased}: whether a variance divides by the count less 1 rather than by the count.
 *
 * @param value whether a variance divides by the count less 1 rather than by the count
 */
public record Unbiased(boolean value) implements Arg<Unbiased.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
