package flambeau.args;

/**
 * The keyword {@code normFirst}: whether a normalisation stands before each block instead of behind it.
 *
 * @param value whether a normalisation stands before each block instead of behind it
 */
public record NormFirst(boolean value) implements Arg<NormFirst.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
