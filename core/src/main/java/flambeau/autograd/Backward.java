package flambeau.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the gradient of a result to the gradient of one input. */
@FunctionalInterface
public interface Backward<V> {
    /** The gradient of the input, given {@code dy} of the result; null stands for zero. */
    @Nullable
    V apply(V dy);

    /** From the gradient of a result to those of several inputs, where they share work. */
    @FunctionalInterface
    interface Joint<V> {
        /** The gradients, one an input; null stands for zero. */
        List<@Nullable V> apply(V dy);
    }

    /** From the gradients of several results to those of several inputs. */
    @FunctionalInterface
    interface Several<V> {
        /** The gradients, one an input, given {@code dys}, one a result; null stands for zero. */
        List<@Nullable V> apply(List<@Nullable V> dys);

        /** Whether what this reads is not kept for it, so that a later pass may call it as well. */
        default boolean savesNothing() {
            return false;
        }
    }
}
