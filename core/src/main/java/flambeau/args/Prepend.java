package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code prepend}: what is put in front; null for nothing.
 *
 * @param value what is put in front; null for nothing
 */
public record Prepend(@Nullable Operand value) implements Arg<Prepend.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
