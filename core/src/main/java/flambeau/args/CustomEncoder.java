package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code customEncoder}: the encoder in place of the usual one.
 *
 * @param <M> the kind of module
 * @param value the encoder in place of the usual one; null for none
 */
public record CustomEncoder<M>(@Nullable M value) implements Arg<CustomEncoder.Taker<M>> {
    /**
     * Takes this keyword.
     *
     * @param <M> the kind of module
     */
    public interface Taker<M> {}
}
