package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code append}: what is put behind; null for nothing.
 *
 * @param value what is put behind; null for nothing
 */
public record Append(@Nullable Operand value) implements Arg<Append.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
