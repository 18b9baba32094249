package flambeau.args;

/**
 * The keyword {@code base}: the base of powers.
 *
 * @param value the base of powers
 */
public record Base(double value) implements Arg<Base.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
