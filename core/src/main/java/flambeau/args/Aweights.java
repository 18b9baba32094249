package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code aweights}: the importance of each observation; null for all the same.
 *
 * @param value the importance of each observation; null for all the same
 */
public record Aweights(@Nullable Operand value) implements Arg<Aweights.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
