package flambeau.args;

/** The keyword {@code side}: on which side of equal elements a place is looked for. */
public enum Side implements Arg<Side.Taker> {
    /** Before the first. */
    LEFT,
    /** Behind the last. */
    RIGHT;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code left}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
