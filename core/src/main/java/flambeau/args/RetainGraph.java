package flambeau.args;

/**
 * The keyword {@code retainGraph}: whether another backward may follow through the same graph.
 *
 * @param value whether another backward may follow through the same graph
 */
public record RetainGraph(boolean value) implements Arg<RetainGraph.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
