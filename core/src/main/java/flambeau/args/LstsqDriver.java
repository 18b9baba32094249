package flambeau.args;

/** The keyword {@code driver}: how least squares are computed. */
public enum LstsqDriver implements Arg<LstsqDriver.Taker> {
    /** By QR, for matrices of full rank. */
    GELS,
    /** By QR with pivoting, for all matrices. */
    GELSY,
    /** By singular values, for all matrices. */
    GELSD,
    /** By singular values, for all matrices. */
    GELSS;

    /** Takes this keyword. */
    public interface Taker {}
}
