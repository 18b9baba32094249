package flambeau.args;

/** The keyword {@code approximate}: how the Gaussian error function is computed. */
public enum Approximate implements Arg<Approximate.Taker> {
    /** Exactly. */
    NONE,
    /** By a hyperbolic tangent. */
    TANH;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code tanh}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
