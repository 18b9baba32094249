package flambeau.args;

/**
 * The keyword {@code returnInverse}: whether the place of each element in the result is wanted.
 *
 * @param value whether the place of each element in the result is wanted
 */
public record ReturnInverse(boolean value) implements Arg<ReturnInverse.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
