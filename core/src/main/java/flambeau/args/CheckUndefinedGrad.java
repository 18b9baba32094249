package flambeau.args;

/**
 * The keyword {@code checkUndefinedGrad}: whether gradients of outputs that are absent are checked to count as 0.
 *
 * @param value whether gradients of outputs that are absent are checked to count as 0
 */
public record CheckUndefinedGrad(boolean value) implements Arg<CheckUndefinedGrad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
