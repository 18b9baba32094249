package flambeau.args;

/**
 * The keyword {@code patience}: how many measurements without progress are borne.
 *
 * @param value how many measurements without progress are borne
 */
public record Patience(int value) implements Arg<Patience.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
