package flambeau.args;

/**
 * The keyword {@code lastEpoch}: the step after which a schedule goes on; -1 begins it.
 *
 * @param value the step after which a schedule goes on; -1 begins it
 */
public record LastEpoch(int value) implements Arg<LastEpoch.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
