package flambeau.args;

/**
 * The keyword {@code endDim}: the last dimension of a range, inclusive; negative ones count from the end.
 *
 * @param value the last dimension of a range, inclusive; negative ones count from the end
 */
public record EndDim(int value) implements Arg<EndDim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
