package flambeau.args;

/**
 * The keyword {@code lower}: the lower bound of what is drawn.
 *
 * @param value the lower bound of what is drawn
 */
public record Lower(double value) implements Arg<Lower.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
