package flambeau.args;

/**
 * The keyword {@code returnCounts}: whether it is counted how often each element occurs.
 *
 * @param value whether it is counted how often each element occurs
 */
public record ReturnCounts(boolean value) implements Arg<ReturnCounts.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
