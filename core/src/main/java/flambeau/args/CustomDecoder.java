package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code customDecoder}: the decoder in place of the usual one.
 *
 * @param <M> the kind of module
 * @param value the decoder in place of the usual one; null for none
 */
public record CustomDecoder<M>(@Nullable M value) implements Arg<CustomDecoder.Taker<M>> {
    /**
     * Takes this keyword.
     *
     * @param <M> the kind of module
     */
    public interface Taker<M> {}
}
