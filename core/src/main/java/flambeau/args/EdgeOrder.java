package flambeau.args;

/**
 * The keyword {@code edgeOrder}: the order of the differences at the edges, 1 or 2.
 *
 * @param value the order of the differences at the edges, 1 or 2
 */
public record EdgeOrder(int value) implements Arg<EdgeOrder.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
