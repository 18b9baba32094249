package flambeau.args;

/** The keyword {@code paddingMode}: what padding is filled with. */
public enum PaddingMode implements Arg<PaddingMode.Taker> {
    /** Zeros. */
    ZEROS,
    /** One value: of {@code F.pad} alone. */
    CONSTANT,
    /** The image mirrored at its edge, which is not repeated. */
    REFLECT,
    /** The edge repeated. */
    REPLICATE,
    /** The opposite edge. */
    CIRCULAR;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code zeros}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
