package flambeau.args;

/**
 * The keyword {@code train}: whether a data set is the part for training.
 *
 * @param value whether a data set is the part for training
 */
public record Train(boolean value) implements Arg<Train.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
