package flambeau.args;

/**
 * The keyword {@code requiresGrad}: whether the gradient of a new tensor is wanted.
 *
 * @param value whether the gradient of a new tensor is wanted
 */
public record RequiresGrad(boolean value) implements Arg<RequiresGrad.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
