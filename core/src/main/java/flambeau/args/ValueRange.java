package flambeau.args;

/**
 * The keyword {@code valueRange}: the values that become 0 and 1.
 *
 * @param low what becomes 0
 * @param high what becomes 1
 */
public record ValueRange(double low, double high) implements Arg<ValueRange.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
