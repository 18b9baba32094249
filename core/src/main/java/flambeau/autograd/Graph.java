package flambeau.autograd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Walks along recorded operations; no recursion, for graphs of any depth. */
final class Graph {
    private Graph() {}

    /** All nodes on which {@code outputs} depend, and theirs. */
    static <V extends Variable<V>> List<Node<V>> earliestFirst(List<V> outputs) {
        var seen = new HashSet<Node<V>>();
        var open = new ArrayList<Node<V>>();
        for (var output : outputs) open.add(output.gradientNode());
        while (!open.isEmpty()) {
            var node = open.removeLast();
            if (!seen.add(node)) continue;
            for (var next : node.targets()) if (next != null) open.add(next);
        }
        var all = new ArrayList<>(seen);
        all.sort((a, b) -> Long.compare(a.rank(), b.rank()));
        return all;
    }
}
