package flambeau.args;

/** The keyword {@code profile}: a set of print options. */
public enum Profile implements Arg<Profile.Taker> {
    /** 4 digits, 1000 elements, 3 at each end. */
    DEFAULT,
    /** 2 digits, 1000 elements, 2 at each end. */
    SHORT,
    /** All elements. */
    FULL;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code default}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
