package flambeau.args;

/**
 * The keyword {@code size}: the sizes of the result, one for all space axes or one each.
 *
 * @param sizes the sizes of the result, one for all space axes or one each
 */
public record Size(int... sizes) implements Arg<Size.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
