package flambeau.args;

/** Keywords of linear algebra. */
abstract sealed class LinalgArgs extends EmbeddingArgs permits LossArgs {
    LinalgArgs() {}

    /** Whether a failure is an exception rather than a number in info. */
    public static CheckErrors checkErrors(boolean value) {
        return new CheckErrors(value);
    }

    /** Whether distances come from a matrix product. */
    public static ComputeMode computeMode(ComputeMode value) {
        return value;
    }

    /** Whether the singular vectors are computed. */
    public static ComputeUv computeUv(boolean value) {
        return new ComputeUv(value);
    }

    /** How least squares are computed. */
    public static LstsqDriver driver(LstsqDriver value) {
        return value;
    }

    /** Whether the matrices of singular vectors are square. */
    public static FullMatrices fullMatrices(boolean value) {
        return new FullMatrices(value);
    }

    /** Whether a matrix is taken to be symmetric, its lower triangle being read. */
    public static Hermitian hermitian(boolean value) {
        return new Hermitian(value);
    }

    /** Whether the powers increase. */
    public static Increasing increasing(boolean value) {
        return new Increasing(value);
    }

    /** How many dimensions stand for the rows. */
    public static Ind ind(int value) {
        return new Ind(value);
    }

    /** Whether the matrix stands to the left of the unknown. */
    public static Left left(boolean value) {
        return new Left(value);
    }

    /** What of a QR factorisation is computed. */
    public static QRMode mode(QRMode value) {
        return value;
    }

    /** Which norm, by its exponent. */
    public static Ord ord(Number value) {
        return new Ord(value);
    }

    /** Which norm of matrices, by its name. */
    public static MatrixNorm ord(MatrixNorm value) {
        return value;
    }

    /** Which norm of matrices, by its name. */
    public static MatrixNorm p(MatrixNorm value) {
        return value;
    }

    /** Whether rows are exchanged. */
    public static Pivot pivot(boolean value) {
        return new Pivot(value);
    }

    /** What singular values, relative to the largest, count as zero. */
    public static Rcond rcond(double value) {
        return new Rcond(value);
    }

    /** Whether only the columns that are needed are computed. */
    public static Some some(boolean value) {
        return new Some(value);
    }

    /** Whether the diagonal of a triangle counts as ones. */
    public static Unitriangular unitriangular(boolean value) {
        return new Unitriangular(value);
    }

    /** Which triangle of a symmetric matrix is read. */
    public static UPLO uplo(UPLO value) {
        return value;
    }

    /** Whether a triangle is the upper one. */
    public static Upper upper(boolean value) {
        return new Upper(value);
    }
}
