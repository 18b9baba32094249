package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code sorter}: the places that sort a sequence; null if it is sorted.
 *
 * @param value the places that sort a sequence; null if it is sorted
 */
public record Sorter(@Nullable Operand value) implements Arg<Sorter.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
