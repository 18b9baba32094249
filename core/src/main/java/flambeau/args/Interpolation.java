package flambeau.args;

/** The keyword {@code interpolation}: what is made of the two elements between which a quantile falls. */
public enum Interpolation implements Arg<Interpolation.Taker> {
    /** Both, weighted by how near they are. */
    LINEAR,
    /** The lower one. */
    LOWER,
    /** The higher one. */
    HIGHER,
    /** Their mean. */
    MIDPOINT,
    /** The nearer one. */
    NEAREST;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code linear}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
