package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code outputSize}: the sizes of the output, one for all axes or one each; null where it follows from the input.
 *
 * @param sizes the sizes of the output, one for all axes or one each; null where it follows from the input
 */
public record OutputSize(@Nullable Integer... sizes) implements Arg<OutputSize.Taker> {
    /** Takes this keyword. */
    public interface Taker {}

    /** The one size where there is but one axis; null if it follows from the input. */
    public @Nullable Integer value() {
        if (sizes == null) return null;
        if (sizes.length != 1) throw new IllegalArgumentException("outputSize: takes 1 size, got " + sizes.length);
        return sizes[0];
    }
}
