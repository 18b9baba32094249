package flambeau.args;

/**
 * The keyword {@code checkGradDtypes}: whether gradients must have the dtype of their inputs.
 *
 * @param value whether gradients must have the dtype of their inputs
 */
public record CheckGradDtypes(boolean value) implements Arg<CheckGradDtypes.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
