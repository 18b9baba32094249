package flambeau.args;

/**
 * The keyword {@code stepsPerEpoch}: the number of steps in a pass over the data.
 *
 * @param value the number of steps in a pass over the data
 */
public record StepsPerEpoch(int value) implements Arg<StepsPerEpoch.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
