package flambeau.args;

/** The keyword {@code computeMode}: whether distances come from a matrix product, which is faster and less exact. */
public enum ComputeMode implements Arg<ComputeMode.Taker> {
    /** With more than 25 vectors. */
    USE_MM_FOR_EUCLID_DIST_IF_NECESSARY,
    /** Always. */
    USE_MM_FOR_EUCLID_DIST,
    /** Never. */
    DONOT_USE_MM_FOR_EUCLID_DIST;

    /** Takes this keyword. */
    public interface Taker {}
}
