package flambeau.args;

/**
 * The keyword {@code padValue}: what padding holds.
 *
 * @param value what padding holds
 */
public record PadValue(double value) implements Arg<PadValue.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
