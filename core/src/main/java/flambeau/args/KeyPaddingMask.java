package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code keyPaddingMask}: which keys do not count, as true, or what is added to their scores.
 *
 * @param value which keys do not count: true, or what is added to their scores; null for none
 */
public record KeyPaddingMask(@Nullable Operand value) implements Arg<KeyPaddingMask.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
