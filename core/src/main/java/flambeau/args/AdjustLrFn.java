package flambeau.args;

/**
 * The keyword {@code adjustLrFn}: how the learning rate depends on the shape of a matrix.
 *
 * @param value how the learning rate depends on the shape of a matrix
 */
public record AdjustLrFn(LrAdjustment value) implements Arg<AdjustLrFn.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
