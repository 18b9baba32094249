package flambeau.args;

/**
 * The keyword {@code genNonContigGradOutputs}: whether gradients of outputs that are drawn are not contiguous.
 *
 * @param value whether gradients of outputs that are drawn are not contiguous
 */
public record GenNonContigGradOutputs(boolean value) implements Arg<GenNonContigGradOutputs.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
