package flambeau.args;

/**
 * The keyword {@code step}: the distance between places.
 *
 * @param value the distance between places
 */
public record Step(int value) implements Arg<Step.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
