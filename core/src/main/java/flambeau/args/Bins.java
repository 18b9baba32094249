package flambeau.args;

/**
 * The keyword {@code bins}: the number of bins of a histogram.
 *
 * @param value the number of bins of a histogram
 */
public record Bins(int value) implements Arg<Bins.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
