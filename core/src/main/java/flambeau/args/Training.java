package flambeau.args;

/**
 * The keyword {@code training}: whether a function that differs in training does what it does there.
 *
 * @param value whether a function that differs in training does what it does there
 */
public record Training(boolean value) implements Arg<Training.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
