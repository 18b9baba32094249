package flambeau.args;

/**
 * The keyword {@code delta}: the distance from which on a loss grows linearly.
 *
 * @param value the distance from which on a loss grows linearly
 */
public record Delta(double value) implements Arg<Delta.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
