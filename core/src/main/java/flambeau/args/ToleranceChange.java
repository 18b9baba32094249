package flambeau.args;

/**
 * The keyword {@code toleranceChange}: the smallest change at which the search goes on.
 *
 * @param value the smallest change at which the search goes on
 */
public record ToleranceChange(double value) implements Arg<ToleranceChange.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
