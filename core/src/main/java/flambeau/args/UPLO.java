package flambeau.args;

/** The keyword {@code UPLO}: which triangle of a symmetric matrix is read. */
public enum UPLO implements Arg<UPLO.Taker> {
    /** The lower triangle. */
    L,
    /** The upper triangle. */
    U;

    /** Takes this keyword. */
    public interface Taker {}
}
