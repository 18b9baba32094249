package flambeau.args;

/** The keyword {@code ord}: a norm of matrices that has a name. */
public enum MatrixNorm implements Arg<MatrixNorm.Taker> {
    /** The root of the sum of squares: the norm of Frobenius. */
    FRO,
    /** The sum of the singular values: the nuclear norm. */
    NUC;

    /** Takes this keyword. */
    public interface Taker {}
}
