package flambeau.args;

/**
 * The keyword {@code equalNan}: whether NaN is close to NaN.
 *
 * @param value whether NaN is close to NaN
 */
public record EqualNan(boolean value) implements Arg<EqualNan.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
