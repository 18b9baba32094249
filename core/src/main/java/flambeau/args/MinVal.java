package flambeau.args;

/**
 * The keyword {@code minVal}: the least value of the result.
 *
 * @param value the least value of the result
 */
public record MinVal(double value) implements Arg<MinVal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
