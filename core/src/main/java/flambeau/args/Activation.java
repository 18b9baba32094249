package flambeau.args;

import java.util.function.UnaryOperator;

/**
 * The keyword {@code activation}: the function between two linear layers.
 *
 * @param <T> what the function is of
 * @param value the function between two linear layers
 */
public record Activation<T>(UnaryOperator<T> value) implements Arg<Activation.Taker<T>> {
    /**
     * Takes this keyword.
     *
     * @param <T> what the function is of
     */
    public interface Taker<T> {}
}
