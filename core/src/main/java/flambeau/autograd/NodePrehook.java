package flambeau.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Called before an operation passes its gradients on. */
@FunctionalInterface
public interface NodePrehook<V> {
    /**
     * Sees the gradients of an operation's results.
     *
     * @param gradOutputs one a result; null stands for zero
     * @return what replaces them; null leaves them
     */
    @Nullable
    List<@Nullable V> apply(List<@Nullable V> gradOutputs);
}
