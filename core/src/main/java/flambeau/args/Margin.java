package flambeau.args;

/**
 * The keyword {@code margin}: the distance that is wanted.
 *
 * @param value the distance that is wanted
 */
public record Margin(double value) implements Arg<Margin.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
