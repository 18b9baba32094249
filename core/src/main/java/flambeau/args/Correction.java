package flambeau.args;

/**
 * The keyword {@code correction}: what is subtracted from the count when a variance divides by it.
 *
 * @param value what is subtracted from the count when a variance divides by it
 */
public record Correction(int value) implements Arg<Correction.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
