package flambeau.args;

/**
 * The keyword {@code batchSize}: samples a batch.
 *
 * @param value samples a batch
 */
public record BatchSize(int value) implements Arg<BatchSize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
