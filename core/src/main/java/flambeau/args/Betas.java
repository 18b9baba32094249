package flambeau.args;

/**
 * The keyword {@code betas}: the decay rates of the first and the second moment.
 *
 * @param beta1 the first
 * @param beta2 the second
 */
public record Betas(double beta1, double beta2) implements Arg<Betas.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
