package flambeau.args;

/** The keyword {@code reduce}: what is made of values that go to one place. */
public enum Reduce implements Arg<Reduce.Taker> {
    /** Their sum. */
    SUM,
    /** Their product. */
    PROD,
    /** Their average. */
    MEAN,
    /** The largest. */
    AMAX,
    /** The smallest. */
    AMIN,
    /** Their sum, as {@code scatter} calls it. */
    ADD,
    /** Their product, as {@code scatter} calls it. */
    MULTIPLY;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code amax}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
