package flambeau.args;

/**
 * The keyword {@code etas}: the factors by which step sizes shrink and grow.
 *
 * @param minus where the gradient has changed its sign; in (0, 1)
 * @param plus where it has not; above 1
 */
public record Etas(double minus, double plus) implements Arg<Etas.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
