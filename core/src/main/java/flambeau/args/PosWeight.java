package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code posWeight}: a weight for the positive examples of each class.
 *
 * @param value a weight for the positive examples of each class; null for none
 */
public record PosWeight(@Nullable Operand value) implements Arg<PosWeight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
