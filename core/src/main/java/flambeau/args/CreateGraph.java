package flambeau.args;

/**
 * The keyword {@code createGraph}: whether the gradients can be differentiated in turn.
 *
 * @param value whether the gradients can be differentiated in turn
 */
public record CreateGraph(boolean value) implements Arg<CreateGraph.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
