package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code correction}: what is subtracted from the count when a variance divides by it.
 *
 * @param value what is subtracted from the count when a variance divides by it; null for 1
 */
public record Correction(@Nullable Number value) implements Arg<Correction.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
