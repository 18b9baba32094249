package flambeau.args;

/**
 * The keyword {@code n}: how often, or how many.
 *
 * @param value how often, or how many
 */
public record N(int value) implements Arg<N.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
