package flambeau.args;

/**
 * The keyword {@code totalIters}: the number of steps over which a learning rate changes.
 *
 * @param value the number of steps over which a learning rate changes
 */
public record TotalIters(int value) implements Arg<TotalIters.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
