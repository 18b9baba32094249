package flambeau.args;

/**
 * The keyword {@code trackRunningStats}: whether a normalisation keeps statistics for evaluation.
 *
 * @param value whether a normalisation keeps statistics for evaluation
 */
public record TrackRunningStats(boolean value) implements Arg<TrackRunningStats.Taker> {
    /** Takes this keyword. */
    public interface Taker {}
}
