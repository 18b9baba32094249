package flambeau.args;

import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code lineSearchFn}: how far a step goes along its direction.
 *
 * @param value how far a step goes along its direction; null for the learning rate
 */
public record LineSearchFn(@Nullable LineSearch value) implements Arg<LineSearchFn.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
