package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code tgtKeyPaddingMask}: which places of the target do not count.
 *
 * @param value which places of the target do not count; null for none
 */
public record TgtKeyPaddingMask(@Nullable Operand value) implements Arg<TgtKeyPaddingMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
