package flambeau.args;

/** The keyword {@code mode}: how the height of a cycle changes. */
public enum CyclicMode implements Arg<CyclicMode.Taker> {
    /** All cycles are equally high. */
    TRIANGULAR,
    /** Each cycle is half as high as the one before. */
    TRIANGULAR2,
    /** The height falls by the factor gamma in each step. */
    EXP_RANGE;

    /** Takes this keyword. */
    public interface Taker {}
}
