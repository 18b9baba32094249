package flambeau.args;

/** The keyword {@code reduction}: what is made of the losses of a batch. */
public enum Reduction implements Arg<Reduction.Taker> {
    /** Each loss by itself. */
    NONE,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM,
    /** Their sum, divided by the size of the batch: of the Kullback-Leibler divergence. */
    BATCHMEAN;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code none}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
