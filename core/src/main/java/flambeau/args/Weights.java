package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code weights}: what each element counts; null for 1.
 *
 * @param value what each element counts; null for 1
 */
public record Weights(@Nullable Operand value) implements Arg<Weights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
