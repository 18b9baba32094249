package flambeau.args;

/** The keyword {@code accPolicy}: in which dtype chunks are summed up. */
public enum AccPolicy implements Arg<AccPolicy.Taker> {
    /** What suits the dtype. */
    AUTO,
    /** As much as possible in accDtype. */
    ACCURATE,
    /** What gradients need in accDtype. */
    BALANCED,
    /** As little memory as possible. */
    COMPACT;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code auto}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
