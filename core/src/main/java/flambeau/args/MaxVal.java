package flambeau.args;

/**
 * The keyword {@code maxVal}: the largest value of the result.
 *
 * @param value the largest value of the result
 */
public record MaxVal(double value) implements Arg<MaxVal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
