package flambeau.tensor;

import flambeau.args.Atol;
import flambeau.args.Beta;
import flambeau.args.CheckErrors;
import flambeau.args.ComputeMode;
import flambeau.args.ComputeUv;
import flambeau.args.Dim;
import flambeau.args.Dtype;
import flambeau.args.FullMatrices;
import flambeau.args.Hermitian;
import flambeau.args.Increasing;
import flambeau.args.Ind;
import flambeau.args.Keepdim;
import flambeau.args.Left;
import flambeau.args.LstsqDriver;
import flambeau.args.MatrixNorm;
import flambeau.args.N;
import flambeau.args.Ord;
import flambeau.args.P;
import flambeau.args.Pivot;
import flambeau.args.QRMode;
import flambeau.args.Rcond;
import flambeau.args.Rtol;
import flambeau.args.Some;
import flambeau.args.Unitriangular;
import flambeau.args.Upper;

/** Which keywords products, norms and the functions of linear algebra take. */
public final class LinalgTakes {
    private LinalgTakes() {}

    /** A product that is scaled and added to something: beta, alpha. */
    public interface ScaledProduct extends Takes.Scaled, Beta.Taker {}

    /** Cross product: dim. */
    public interface Cross extends Dim.Taker {}

    /** The matrix of Vandermonde: n, increasing. */
    public interface Vander extends Ordered, N.Taker {}

    /** What has an order: increasing. */
    public interface Ordered extends Increasing.Taker {}

    /** Norms along dimensions: dim, keepdim, dtype. */
    public interface Reduced extends Dim.Taker, Keepdim.Taker, Dtype.Taker {}

    /** Norms: p, dim, keepdim, dtype. */
    public interface Norm extends Reduced, P.Taker, MatrixNorm.Taker {}

    /** Distances of all pairs: p, computeMode. */
    public interface Cdist extends P.Taker, ComputeMode.Taker {}

    /** Triangular factors: upper. */
    public interface Triangle extends Upper.Taker {}

    /** Triangular factors: upper, checkErrors. */
    public interface CheckedTriangle extends Triangle, CheckErrors.Taker {}

    /** What reports failures by a number: checkErrors. */
    public interface Checked extends CheckErrors.Taker {}

    /** LU factors: pivot. */
    public interface Pivoted extends Pivot.Taker {}

    /** LU factors: pivot, checkErrors. */
    public interface CheckedPivoted extends Pivoted, CheckErrors.Taker {}

    /** QR factors: mode. */
    public interface Qr extends QRMode.Taker {}

    /** QR factors: some. */
    public interface QrSome extends Some.Taker {}

    /** Singular values: fullMatrices. */
    public interface Svd extends FullMatrices.Taker {}

    /** Singular values: some, computeUv. */
    public interface SvdSome extends Some.Taker, ComputeUv.Taker {}

    /** Pseudoinverse: rcond. */
    public interface Pseudo extends Rcond.Taker {}

    /** Equations: left. */
    public interface Sided extends Left.Taker {}

    /** Equations: left, checkErrors. */
    public interface CheckedSided extends Sided, CheckErrors.Taker {}

    /** Triangular equations: upper, left, unitriangular. */
    public interface Triangular extends Sided, Upper.Taker, Unitriangular.Taker {}

    /** Ranks: atol, rtol, hermitian. */
    public interface Rank extends Atol.Taker, Rtol.Taker, Hermitian.Taker {}

    /** Least squares: rcond, driver. */
    public interface Lstsq extends Rcond.Taker, LstsqDriver.Taker {}

    /** Inverses of tensors: ind. */
    public interface TensorInverse extends Ind.Taker {}

    /** Norms of vectors: ord, dim, keepdim, dtype. */
    public interface VectorNorm extends Reduced, Ord.Taker {}

    /** Norms of vectors and matrices: ord (a number or a name), dim, keepdim, dtype. */
    public interface Norms extends VectorNorm, MatrixNorm.Taker {}

    /** Condition numbers: p (a number or a name). */
    public interface Cond extends P.Taker, MatrixNorm.Taker {}

    /** Matrices of Vandermonde: n. */
    public interface VanderBatch extends N.Taker {}
}
