package flambeau.args;

/**
 * The keyword {@code paddingValue}: the value behind the end of a sequence.
 *
 * @param value the value behind the end of a sequence
 */
public record PaddingValue(double value) implements Arg<PaddingValue.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
