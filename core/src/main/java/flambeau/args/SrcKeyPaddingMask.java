package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code srcKeyPaddingMask}: which places of the source do not count.
 *
 * @param value which places of the source do not count; null for none
 */
public record SrcKeyPaddingMask(@Nullable Operand value) implements Arg<SrcKeyPaddingMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
