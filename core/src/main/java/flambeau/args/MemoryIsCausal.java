package flambeau.args;

/**
 * The keyword {@code memoryIsCausal}: whether the mask of the memory is causal.
 *
 * @param value whether the mask of the memory is causal
 */
public record MemoryIsCausal(boolean value) implements Arg<MemoryIsCausal.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
