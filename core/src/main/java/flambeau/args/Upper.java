package flambeau.args;

/**
 * The keyword {@code upper}: whether a triangle is the upper one.
 *
 * @param value whether a triangle is the upper one
 */
public record Upper(boolean value) implements Arg<Upper.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
