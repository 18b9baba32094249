package flambeau.args;

/**
 * The keyword {@code inplace}: whether the result replaces the input.
 *
 * @param value whether the result replaces the input
 */
public record Inplace(boolean value) implements Arg<Inplace.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
