package flambeau.autograd;

import org.jspecify.annotations.Nullable;

/**
 * Where a gradient goes.
 *
 * @param node the operation that made the input, or the place where a leaf's gradient accumulates; null if none is needed
 * @param outputNr which of that operation's results the input is
 */
public record Edge<V extends Variable<V>>(@Nullable Node<V> node, int outputNr) {
    @Override
    public String toString() {
        return "(" + (node == null ? "None" : node) + ", " + outputNr + ")";
    }
}
