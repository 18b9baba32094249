package flambeau.args;

import java.util.function.Function;

/**
 * The keyword {@code transform}: what is made of each sample.
 *
 * @param <T> what a data set has
 * @param <U> what it gives
 * @param value what is made of each sample
 */
public record Transform<T, U>(Function<? super T, ? extends U> value) implements Arg<Transform.Taker<T, U>> {
    /**
     * Takes this keyword.
     *
     * @param <T> what a data set has
     * @param <U> what it gives
     */
    public interface Taker<T, U> {}
}
