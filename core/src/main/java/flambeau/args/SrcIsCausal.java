package flambeau.args;

/**
 * The keyword {@code srcIsCausal}: whether the mask of the source is causal.
 *
 * @param value whether the mask of the source is causal
 */
public record SrcIsCausal(boolean value) implements Arg<SrcIsCausal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
