package flambeau.args;

/**
 * The keyword {@code numSamples}: how many samples are drawn.
 *
 * @param value how many samples are drawn
 */
public record NumSamples(int value) implements Arg<NumSamples.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
