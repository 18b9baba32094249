package flambeau.args;

/**
 * The keyword {@code outputPadding}: the places added to one side of the output, one for all space axes or one each.
 *
 * @param sizes the places added to one side of the output, one for all space axes or one each
 */
public record OutputPadding(int... sizes) implements Arg<OutputPadding.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
