package flambeau.args;

/**
 * The keyword {@code dilation}: the distances between the places of a kernel, one for all space axes or one each.
 *
 * @param sizes the distances between the places of a kernel, one for all space axes or one each
 */
public record Dilation(int... sizes) implements Arg<Dilation.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
