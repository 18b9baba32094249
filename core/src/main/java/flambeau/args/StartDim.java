package flambeau.args;

/**
 * The keyword {@code startDim}: the first dimension of a range; negative ones count from the end.
 *
 * @param value the first dimension of a range; negative ones count from the end
 */
public record StartDim(int value) implements Arg<StartDim.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
