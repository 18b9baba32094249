package flambeau.args;

/**
 * The keyword {@code allowRetainGraph}: whether the gradient can be computed twice.
 *
 * @param value whether the gradient can be computed twice
 */
public record AllowRetainGraph(boolean value) implements Arg<AllowRetainGraph.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
