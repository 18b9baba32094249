package flambeau.args;

/** The keyword {@code scaleMode}: what the function of the height is given. */
public enum ScaleMode implements Arg<ScaleMode.Taker> {
    /** The number of the cycle, from 1. */
    CYCLE,
    /** The number of steps. */
    ITERATIONS;

    /** Takes this keyword. */
    public interface Taker {}
}
