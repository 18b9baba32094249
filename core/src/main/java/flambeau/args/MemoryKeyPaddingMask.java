package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code memoryKeyPaddingMask}: which places of the memory do not count.
 *
 * @param value which places of the memory do not count; null for none
 */
public record MemoryKeyPaddingMask(@Nullable Operand value) implements Arg<MemoryKeyPaddingMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
