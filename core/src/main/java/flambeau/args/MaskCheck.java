package flambeau.args;

/**
 * The keyword {@code maskCheck}: whether PyTorch looks at masks before it packs padded batches.
 *
 * @param value whether PyTorch looks at masks before it packs padded batches
 */
public record MaskCheck(boolean value) implements Arg<MaskCheck.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
