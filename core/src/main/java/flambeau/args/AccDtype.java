package flambeau.args;

import flambeau.array.DType;
import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code accDtype}: the dtype of sums; null: float32 for types of 16 bits, else the input's.
 *
 * @param value the dtype of sums, or null
 */
public record AccDtype(@Nullable DType value) implements Arg<AccDtype.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
