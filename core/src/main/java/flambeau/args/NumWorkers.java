package flambeau.args;

/**
 * The keyword {@code numWorkers}: threads that load batches ahead.
 *
 * @param value threads that load batches ahead
 */
public record NumWorkers(int value) implements Arg<NumWorkers.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
