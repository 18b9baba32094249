package flambeau.args;

/**
 * The keyword {@code enableNestedTensor}: whether PyTorch may pack padded batches.
 *
 * @param value whether PyTorch may pack padded batches
 */
public record EnableNestedTensor(boolean value) implements Arg<EnableNestedTensor.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
