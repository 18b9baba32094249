package flambeau.args;

/** The keyword {@code reduction}: what is made of the losses of a batch. */
public enum Reduction implements Arg<Reduction.Taker> {
    /** Each loss by itself. */
    NONE,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code none}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
