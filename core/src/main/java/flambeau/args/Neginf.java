package flambeau.args;

/**
 * The keyword {@code neginf}: the number in place of negative infinity.
 *
 * @param value the number in place of negative infinity
 */
public record Neginf(double value) implements Arg<Neginf.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
