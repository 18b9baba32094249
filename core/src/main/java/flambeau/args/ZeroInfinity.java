package flambeau.args;

/**
 * The keyword {@code zeroInfinity}: whether losses without an alignment are 0, gradients as well.
 *
 * @param value whether losses without an alignment are 0, gradients as well
 */
public record ZeroInfinity(boolean value) implements Arg<ZeroInfinity.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
