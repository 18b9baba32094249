package flambeau.args;

/** The keyword {@code thresholdMode}: what a threshold is measured in. */
public enum ThresholdMode implements Arg<ThresholdMode.Taker> {
    /** In shares of the best measurement. */
    REL,
    /** In the unit of the measurement. */
    ABS;

    /** Takes this keyword. */
    public interface Taker {}
}
