package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code maxNorm}: the norm above which rows are shortened to it; null for none.
 *
 * @param value the norm above which rows are shortened to it; null for none
 */
public record MaxNorm(@Nullable Number value) implements Arg<MaxNorm.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
