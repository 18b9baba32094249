package flambeau.args;

/**
 * The keyword {@code lrDecay}: by how much the learning rate falls with each step.
 *
 * @param value by how much the learning rate falls with each step
 */
public record LrDecay(double value) implements Arg<LrDecay.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
