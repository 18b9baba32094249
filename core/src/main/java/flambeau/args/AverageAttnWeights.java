package flambeau.args;

/**
 * The keyword {@code averageAttnWeights}: whether the weights of attention are averaged over heads.
 *
 * @param value whether the weights of attention are averaged over heads
 */
public record AverageAttnWeights(boolean value) implements Arg<AverageAttnWeights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
