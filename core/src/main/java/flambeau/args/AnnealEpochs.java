package flambeau.args;

/**
 * The keyword {@code annealEpochs}: the number of steps on the way to the last learning rate.
 *
 * @param value the number of steps on the way to the last learning rate
 */
public record AnnealEpochs(int value) implements Arg<AnnealEpochs.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
