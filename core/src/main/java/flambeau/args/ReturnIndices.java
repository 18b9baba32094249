package flambeau.args;

/**
 * The keyword {@code returnIndices}: whether pooling also tells where its values stood.
 *
 * @param value whether pooling also tells where its values stood
 */
public record ReturnIndices(boolean value) implements Arg<ReturnIndices.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
