package flambeau.args;

/**
 * The keyword {@code materializeGrads}: whether an input on which no output depends has the gradient 0 instead of null.
 *
 * @param value whether an input on which no output depends has the gradient 0 instead of null
 */
public record MaterializeGrads(boolean value) implements Arg<MaterializeGrads.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
