package flambeau.args;

/**
 * The keyword {@code countIncludePad}: whether places of the padding count in an average.
 *
 * @param value whether places of the padding count in an average
 */
public record CountIncludePad(boolean value) implements Arg<CountIncludePad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
