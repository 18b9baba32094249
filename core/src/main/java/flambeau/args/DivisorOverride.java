package flambeau.args;

/**
 * The keyword {@code divisorOverride}: what sums are divided by, whatever the number of places.
 *
 * @param value what sums are divided by, whatever the number of places
 */
public record DivisorOverride(int value) implements Arg<DivisorOverride.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
