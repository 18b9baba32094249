package flambeau.args;

/**
 * The keyword {@code dx}: the distance between sample points.
 *
 * @param value the distance between sample points
 */
public record Dx(double value) implements Arg<Dx.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
