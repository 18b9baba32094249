package flambeau.args;

/**
 * The keyword {@code outputRatio}: the share of the input that the output is long, one for all space axes or one each.
 *
 * @param values the share of the input that the output is long, one for all space axes or one each
 */
public record OutputRatio(double... values) implements Arg<OutputRatio.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
