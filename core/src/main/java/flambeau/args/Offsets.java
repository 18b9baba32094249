package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code offsets}: where bags begin; null for none.
 *
 * @param value where bags begin; null for none
 */
public record Offsets(@Nullable Operand value) implements Arg<Offsets.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
