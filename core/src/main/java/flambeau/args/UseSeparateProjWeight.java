package flambeau.args;

/**
 * The keyword {@code useSeparateProjWeight}: whether queries, keys and values have a weight each.
 *
 * @param value whether queries, keys and values have a weight each
 */
public record UseSeparateProjWeight(boolean value) implements Arg<UseSeparateProjWeight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
