package flambeau.args;

/**
 * The keyword {@code batchChunkSize}: how many rows of a batch are computed at a time.
 *
 * @param value how many rows of a batch are computed at a time
 */
public record BatchChunkSize(int value) implements Arg<BatchChunkSize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
