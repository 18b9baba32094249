package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code norm}: the normalisation at the end.
 *
 * @param <M> the kind of module
 * @param value the normalisation at the end; null for none
 */
public record Norm<M>(@Nullable M value) implements Arg<Norm.Taker<M>> {
    /**
     * Takes this keyword.
     *
     * @param <M> the kind of module
     */
    public interface Taker<M> {}
}
