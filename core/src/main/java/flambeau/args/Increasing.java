package flambeau.args;

/**
 * The keyword {@code increasing}: whether the powers increase.
 *
 * @param value whether the powers increase
 */
public record Increasing(boolean value) implements Arg<Increasing.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
