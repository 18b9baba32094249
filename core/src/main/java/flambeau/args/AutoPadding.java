package flambeau.args;

/** Words for the keyword {@code padding}. */
public enum AutoPadding {
    /** As many places as keep the size at stride 1; an odd one comes at the end. */
    SAME,
    /** None. */
    VALID;

    /** PyTorch's word, as {@code same}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
