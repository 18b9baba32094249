package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code memoryMask}: which places of the target attend to which of the memory.
 *
 * @param value which places of the target attend to which of the memory; null for none
 */
public record MemoryMask(@Nullable Operand value) implements Arg<MemoryMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
