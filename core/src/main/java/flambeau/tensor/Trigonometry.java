package flambeau.tensor;

import flambeau.autograd.Op;
import flambeau.kernel.Binary;
import flambeau.kernel.Unary;

/** Functions of angles in radians, their hyperbolic sisters and inverses; integers become the default dtype. */
abstract sealed class Trigonometry extends Exponentials permits Rounding {
    Trigonometry() {}

    /** The sine. */
    public Tensor sin() {
        return Op.of("Sin", Compute.floating(Unary.SIN, self()))
                .wrt(self(), dy -> dy.mul(self().cos()))
                .result();
    }

    /** The cosine. */
    public Tensor cos() {
        return Op.of("Cos", Compute.floating(Unary.COS, self()))
                .wrt(self(), dy -> dy.mul(self().sin().neg()))
                .result();
    }

    /** The tangent. */
    public Tensor tan() {
        var y = Compute.floating(Unary.TAN, self());
        return Op.of("Tan", y).wrt(self(), dy -> dy.mul(y.mul(y).add(1))).result();
    }

    /** The inverse of the sine. */
    public Tensor asin() {
        return Op.of("Asin", Compute.floating(Unary.ASIN, self()))
                .wrt(self(), dy -> dy.mul(self().square().neg().add(1).rsqrt()))
                .result();
    }

    /** The inverse of the cosine. */
    public Tensor acos() {
        return Op.of("Acos", Compute.floating(Unary.ACOS, self()))
                .wrt(self(), dy -> dy.mul(self().square().neg().add(1).rsqrt().neg()))
                .result();
    }

    /** The inverse of the tangent. */
    public Tensor atan() {
        return Op.of("Atan", Compute.floating(Unary.ATAN, self()))
                .wrt(self(), dy -> dy.div(self().square().add(1)))
                .result();
    }

    /** The angle of the point (other, this), in (-pi, pi]; broadcast. */
    public Tensor atan2(Tensor other) {
        return Op.of("Atan2", Compute.floating("atan2", Binary.ATAN2, self(), other))
                .wrt(self(), dy -> dy.mul(other.mul(inverseSquare(self(), other))))
                .wrt(other, dy -> dy.mul(self().neg().mul(inverseSquare(self(), other))))
                .result();
    }

    /** {@code 1 / (a a + b b)}; 0 at the origin, where the angle has no gradient. */
    private static Tensor inverseSquare(Tensor a, Tensor b) {
        var square = a.mul(a).add(b.mul(b));
        return square.reciprocal().where(square.ne(0), 0);
    }

    /** The hyperbolic sine. */
    public Tensor sinh() {
        return Op.of("Sinh", Compute.floating(Unary.SINH, self()))
                .wrt(self(), dy -> dy.mul(self().cosh()))
                .result();
    }

    /** The hyperbolic cosine. */
    public Tensor cosh() {
        return Op.of("Cosh", Compute.floating(Unary.COSH, self()))
                .wrt(self(), dy -> dy.mul(self().sinh()))
                .result();
    }

    /** The hyperbolic tangent. */
    public Tensor tanh() {
        return recordTanh(self(), Compute.floating(Unary.TANH, self()));
    }

    /** {@code y}, recorded as the hyperbolic tangent of x. */
    static Tensor recordTanh(Tensor x, Tensor y) {
        return Op.of("Tanh", y)
                .wrt(x, dy -> Compute.gradient("TanhBackward", Binary.TANH_GRAD, dy, y))
                .result();
    }

    /** The inverse of the hyperbolic sine. */
    public Tensor asinh() {
        return Op.of("Asinh", Compute.floating(Unary.ASINH, self()))
                .wrt(self(), dy -> dy.mul(self().square().add(1).rsqrt()))
                .result();
    }

    /** The inverse of the hyperbolic cosine. */
    public Tensor acosh() {
        return Op.of("Acosh", Compute.floating(Unary.ACOSH, self()))
                .wrt(self(), dy -> dy.mul(self().square().sub(1).rsqrt()))
                .result();
    }

    /** The inverse of the hyperbolic tangent. */
    public Tensor atanh() {
        return Op.of("Atanh", Compute.floating(Unary.ATANH, self()))
                .wrt(self(), dy -> dy.div(self().square().neg().add(1)))
                .result();
    }

    /** {@code sin(pi x) / (pi x)}, 1 at 0. */
    public Tensor sinc() {
        var a = Compute.floating(Binary.MUL, self(), Math.PI); // PyTorch rounds it as well
        var y = a.sin().div(a).where(a.ne(0), 1);
        return Op.of("Sinc", y)
                .wrt(self(), dy -> {
                    var square = self().mul(self()).mul(Math.PI);
                    var angle = self().mul(Math.PI);
                    var slope = angle.mul(angle.cos()).sub(angle.sin()).div(square);
                    return dy.mul(slope).where(square.ne(0), 0);
                })
                .result();
    }

    /** An angle in degrees as radians. */
    public Tensor deg2rad() {
        return Op.of("Deg2Rad", Compute.floating(Binary.MUL, self(), Math.PI / 180))
                .wrt(self(), Tensor::deg2rad)
                .result();
    }

    /** An angle in radians as degrees. */
    public Tensor rad2deg() {
        return Op.of("Rad2Deg", Compute.floating(Binary.MUL, self(), 180 / Math.PI))
                .wrt(self(), Tensor::rad2deg)
                .result();
    }

    /** Like {@link #acos}. */
    public Tensor arccos() {
        return acos();
    }

    /** Like {@link #acosh}. */
    public Tensor arccosh() {
        return acosh();
    }

    /** Like {@link #asin}. */
    public Tensor arcsin() {
        return asin();
    }

    /** Like {@link #asinh}. */
    public Tensor arcsinh() {
        return asinh();
    }

    /** Like {@link #atan}. */
    public Tensor arctan() {
        return atan();
    }

    /** Like {@link #atan2}. */
    public Tensor arctan2(Tensor other) {
        return atan2(other);
    }

    /** Like {@link #atanh}. */
    public Tensor arctanh() {
        return atanh();
    }
}
