package flambeau.args;

/**
 * The keyword {@code eps}: a small number that keeps a denominator from 0.
 *
 * @param value a small number that keeps a denominator from 0
 */
public record Eps(double value) implements Arg<Eps.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
