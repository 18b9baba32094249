package flambeau.args;

/** The keyword {@code paddingMode} of grid sampling: what lies outside the image. */
public enum GridPadding implements Arg<GridPadding.Taker> {
    /** Zeros. */
    ZEROS,
    /** The edge repeated. */
    BORDER,
    /** The image mirrored at its edge. */
    REFLECTION;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code zeros}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
