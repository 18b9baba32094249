package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code linearBias}: what is added to the products; null for nothing.
 *
 * @param value what is added to the products; null for nothing
 */
public record LinearBias(@Nullable Operand value) implements Arg<LinearBias.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
