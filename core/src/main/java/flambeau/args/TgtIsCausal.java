package flambeau.args;

/**
 * The keyword {@code tgtIsCausal}: whether the mask of the target is causal.
 *
 * @param value whether the mask of the target is causal
 */
public record TgtIsCausal(boolean value) implements Arg<TgtIsCausal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
