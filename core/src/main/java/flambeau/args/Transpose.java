package flambeau.args;

/**
 * The keyword {@code transpose}: whether the weight is that of a transposed convolution.
 *
 * @param value whether the weight is that of a transposed convolution
 */
public record Transpose(boolean value) implements Arg<Transpose.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
