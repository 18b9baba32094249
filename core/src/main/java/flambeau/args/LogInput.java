package flambeau.args;

/**
 * The keyword {@code logInput}: whether the input is a logarithm.
 *
 * @param value whether the input is a logarithm
 */
public record LogInput(boolean value) implements Arg<LogInput.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
