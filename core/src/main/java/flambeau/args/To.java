package flambeau.args;

/**
 * The keyword {@code to}: where a range ends, exclusive.
 *
 * @param value where a range ends, exclusive
 */
public record To(Number value) implements Arg<To.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
