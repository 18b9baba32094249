package flambeau.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Called when an operation has passed its gradients on. */
@FunctionalInterface
public interface NodeHook<V> {
    /**
     * Sees the gradients of an operation's inputs and of its results.
     *
     * @param gradInputs one an input; null where none is needed
     * @param gradOutputs one a result; null stands for zero
     * @return what replaces the gradients of the inputs; null leaves them
     */
    @Nullable
    List<@Nullable V> apply(List<@Nullable V> gradInputs, List<@Nullable V> gradOutputs);
}
