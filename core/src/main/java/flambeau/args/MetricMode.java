package flambeau.args;

/** The keyword {@code mode}: which way a measurement is better. */
public enum MetricMode implements Arg<MetricMode.Taker> {
    /** Lower, as a loss. */
    MIN,
    /** Higher, as an accuracy. */
    MAX;

    /** Takes this keyword. */
    public interface Taker {}
}
