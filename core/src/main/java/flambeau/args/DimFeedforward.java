package flambeau.args;

/**
 * The keyword {@code dimFeedforward}: the size between the two linear layers.
 *
 * @param value the size between the two linear layers
 */
public record DimFeedforward(int value) implements Arg<DimFeedforward.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
