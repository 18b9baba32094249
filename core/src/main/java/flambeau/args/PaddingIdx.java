package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code paddingIdx}: the row that gets no gradient; negative ones count from the end, null for none.
 *
 * @param value the row that gets no gradient; negative ones count from the end, null for none
 */
public record PaddingIdx(@Nullable Integer value) implements Arg<PaddingIdx.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
