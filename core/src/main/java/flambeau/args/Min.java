package flambeau.args;

/**
 * The keyword {@code min}: the lower end of a range.
 *
 * @param value the lower end of a range
 */
public record Min(Number value) implements Arg<Min.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
