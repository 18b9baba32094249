package flambeau.args;

/**
 * The keyword {@code sorted}: whether the result is in order.
 *
 * @param value whether the result is in order
 */
public record Sorted(boolean value) implements Arg<Sorted.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
