package flambeau.args;

/**
 * The keyword {@code lambd}: the rate of a distribution; the distance from 0 within which a shrinkage is 0.
 *
 * @param value the rate of a distribution; the distance from 0 within which a shrinkage is 0
 */
public record Lambd(double value) implements Arg<Lambd.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
