package flambeau.args;

/**
 * The keyword {@code prefetchFactor}: batches that each worker loads ahead.
 *
 * @param value batches that each worker loads ahead
 */
public record PrefetchFactor(int value) implements Arg<PrefetchFactor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
