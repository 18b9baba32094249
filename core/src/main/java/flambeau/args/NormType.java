package flambeau.args;

/**
 * The keyword {@code normType}: the order of the norm.
 *
 * @param value the order of the norm
 */
public record NormType(Number value) implements Arg<NormType.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
