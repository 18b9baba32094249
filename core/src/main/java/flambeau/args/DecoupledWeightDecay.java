package flambeau.args;

/**
 * The keyword {@code decoupledWeightDecay}: whether weight decay acts on the parameter and not on its gradient.
 *
 * @param value whether weight decay acts on the parameter and not on its gradient
 */
public record DecoupledWeightDecay(boolean value) implements Arg<DecoupledWeightDecay.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
