package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code end}: the place behind the last; null for the end.
 *
 * @param value the place behind the last; null for the end
 */
public record End(@Nullable Integer value) implements Arg<End.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
