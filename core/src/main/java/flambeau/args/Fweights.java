package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code fweights}: how often each observation was made; null for once.
 *
 * @param value how often each observation was made; null for once
 */
public record Fweights(@Nullable Operand value) implements Arg<Fweights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
