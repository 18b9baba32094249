package flambeau.args;

/**
 * The keyword {@code precision}: digits behind the point.
 *
 * @param value digits behind the point
 */
public record Precision(int value) implements Arg<Precision.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
