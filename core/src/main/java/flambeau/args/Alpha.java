package flambeau.args;

/**
 * The keyword {@code alpha}: a factor of the second operand.
 *
 * @param value a factor of the second operand
 */
public record Alpha(Number value) implements Arg<Alpha.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
