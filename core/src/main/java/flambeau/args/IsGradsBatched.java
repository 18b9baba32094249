package flambeau.args;

/**
 * The keyword {@code isGradsBatched}: whether the first dimension of the outputs' gradients numbers independent ones.
 *
 * @param value whether the first dimension of the outputs' gradients numbers independent ones
 */
public record IsGradsBatched(boolean value) implements Arg<IsGradsBatched.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
