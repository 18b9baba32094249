package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code weight}: a weight for each class.
 *
 * @param value a weight for each class; null for none
 */
public record Weight(@Nullable Operand value) implements Arg<Weight.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
