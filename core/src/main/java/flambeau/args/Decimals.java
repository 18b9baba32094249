package flambeau.args;

/**
 * The keyword {@code decimals}: the number of digits behind the point.
 *
 * @param value the number of digits behind the point
 */
public record Decimals(int value) implements Arg<Decimals.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
