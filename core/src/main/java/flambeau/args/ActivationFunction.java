package flambeau.args;

/** The keyword {@code activation}: a function between two linear layers, by its name. */
public enum ActivationFunction implements Arg<ActivationFunction.Taker> {
    /** {@code max(x, 0)}. */
    RELU,
    /** The Gaussian unit. */
    GELU;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code gelu}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
