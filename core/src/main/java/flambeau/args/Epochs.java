package flambeau.args;

/**
 * The keyword {@code epochs}: the number of passes over the data.
 *
 * @param value the number of passes over the data
 */
public record Epochs(int value) implements Arg<Epochs.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
