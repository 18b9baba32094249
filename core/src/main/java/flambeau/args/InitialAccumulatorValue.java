package flambeau.args;

/**
 * The keyword {@code initialAccumulatorValue}: what sums of squares begin with.
 *
 * @param value what sums of squares begin with
 */
public record InitialAccumulatorValue(double value) implements Arg<InitialAccumulatorValue.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
