package flambeau.args;

/** The keyword {@code roundingMode}: how a quotient becomes a whole number. */
public enum RoundingMode implements Arg<RoundingMode.Taker> {
    /** Towards 0. */
    TRUNC,
    /** Down. */
    FLOOR;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code floor}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
