package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code start}: the first place; null for the beginning.
 *
 * @param value the first place; null for the beginning
 */
public record Start(@Nullable Integer value) implements Arg<Start.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
