package flambeau.args;

/**
 * The keyword {@code logTarget}: whether the target is a logarithm.
 *
 * @param value whether the target is a logarithm
 */
public record LogTarget(boolean value) implements Arg<LogTarget.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
