package flambeau.args;

/**
 * The keyword {@code stride}: the steps between windows, one for all space axes or one each.
 *
 * @param sizes the steps between windows, one for all space axes or one each
 */
public record Stride(int... sizes) implements Arg<Stride.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
