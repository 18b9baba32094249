package flambeau.args;

/**
 * The keyword {@code nan}: the number in place of NaN.
 *
 * @param value the number in place of NaN
 */
public record Nan(double value) implements Arg<Nan.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
