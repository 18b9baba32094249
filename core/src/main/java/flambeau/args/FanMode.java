package flambeau.args;

/** The keyword {@code mode} of an initialisation: which size of a weight its numbers are scaled by. */
public enum FanMode implements Arg<FanMode.Taker> {
    /** The inputs of one output: keeps the variance in the forward pass. */
    FAN_IN,
    /** The outputs that one input reaches: keeps the variance in the backward pass. */
    FAN_OUT;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code fan_in}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
