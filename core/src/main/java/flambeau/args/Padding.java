package flambeau.args;

/**
 * The keyword {@code padding}: the places added on both sides of each space axis, one for all or one each.
 *
 * @param sizes the places added on both sides of each space axis, one for all or one each
 */
public record Padding(int... sizes) implements Arg<Padding.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
