package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code outputSize}: the size of the result, if it is known; null finds it.
 *
 * @param value the size of the result, if it is known; null finds it
 */
public record OutputSize(@Nullable Integer value) implements Arg<OutputSize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
