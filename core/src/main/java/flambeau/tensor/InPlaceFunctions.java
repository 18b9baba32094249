package flambeau.tensor;

import flambeau.kernel.Unary;

/** Functions of each element by itself, in place. */
abstract sealed class InPlaceFunctions extends InPlaceArithmetic permits InPlaceLogic {
    InPlaceFunctions() {}

    /** The result of {@link #abs()}. */
    public Tensor abs_() {
        return change("abs_", Unary.ABS, Tensor::abs);
    }

    /** The result of {@link #absolute()}. */
    public Tensor absolute_() {
        return change("absolute_", Unary.ABS, Tensor::absolute);
    }

    /** The result of {@link #acos()}. */
    public Tensor acos_() {
        return change("acos_", Unary.ACOS, Tensor::acos);
    }

    /** The result of {@link #acosh()}. */
    public Tensor acosh_() {
        return change("acosh_", Unary.ACOSH, Tensor::acosh);
    }

    /** The result of {@link #arccos()}. */
    public Tensor arccos_() {
        return change("arccos_", Unary.ACOS, Tensor::arccos);
    }

    /** The result of {@link #arccosh()}. */
    public Tensor arccosh_() {
        return change("arccosh_", Unary.ACOSH, Tensor::arccosh);
    }

    /** The result of {@link #arcsin()}. */
    public Tensor arcsin_() {
        return change("arcsin_", Unary.ASIN, Tensor::arcsin);
    }

    /** The result of {@link #arcsinh()}. */
    public Tensor arcsinh_() {
        return change("arcsinh_", Unary.ASINH, Tensor::arcsinh);
    }

    /** The result of {@link #arctan()}. */
    public Tensor arctan_() {
        return change("arctan_", Unary.ATAN, Tensor::arctan);
    }

    /** The result of {@link #arctanh()}. */
    public Tensor arctanh_() {
        return change("arctanh_", Unary.ATANH, Tensor::arctanh);
    }

    /** The result of {@link #asin()}. */
    public Tensor asin_() {
        return change("asin_", Unary.ASIN, Tensor::asin);
    }

    /** The result of {@link #asinh()}. */
    public Tensor asinh_() {
        return change("asinh_", Unary.ASINH, Tensor::asinh);
    }

    /** The result of {@link #atan()}. */
    public Tensor atan_() {
        return change("atan_", Unary.ATAN, Tensor::atan);
    }

    /** The result of {@link #atanh()}. */
    public Tensor atanh_() {
        return change("atanh_", Unary.ATANH, Tensor::atanh);
    }

    /** The result of {@link #ceil()}. */
    public Tensor ceil_() {
        return change("ceil_", Unary.CEIL, Tensor::ceil);
    }

    /** The result of {@link #cos()}. */
    public Tensor cos_() {
        return change("cos_", Unary.COS, Tensor::cos);
    }

    /** The result of {@link #cosh()}. */
    public Tensor cosh_() {
        return change("cosh_", Unary.COSH, Tensor::cosh);
    }

    /** The result of {@link #deg2rad()}. */
    public Tensor deg2rad_() {
        return change("deg2rad_", Tensor::deg2rad);
    }

    /** The result of {@link #digamma()}. */
    public Tensor digamma_() {
        return change("digamma_", Unary.DIGAMMA, Tensor::digamma);
    }

    /** The result of {@link #erf()}. */
    public Tensor erf_() {
        return change("erf_", Unary.ERF, Tensor::erf);
    }

    /** The result of {@link #erfc()}. */
    public Tensor erfc_() {
        return change("erfc_", Unary.ERFC, Tensor::erfc);
    }

    /** The result of {@link #erfinv()}. */
    public Tensor erfinv_() {
        return change("erfinv_", Unary.ERFINV, Tensor::erfinv);
    }

    /** The result of {@link #exp()}. */
    public Tensor exp_() {
        return change("exp_", Unary.EXP, Tensor::exp);
    }

    /** The result of {@link #exp2()}. */
    public Tensor exp2_() {
        return change("exp2_", Unary.EXP2, Tensor::exp2);
    }

    /** The result of {@link #expm1()}. */
    public Tensor expm1_() {
        return change("expm1_", Unary.EXPM1, Tensor::expm1);
    }

    /** The result of {@link #fix()}. */
    public Tensor fix_() {
        return change("fix_", Unary.TRUNC, Tensor::fix);
    }

    /** The result of {@link #floor()}. */
    public Tensor floor_() {
        return change("floor_", Unary.FLOOR, Tensor::floor);
    }

    /** The result of {@link #frac()}. */
    public Tensor frac_() {
        return change("frac_", Unary.FRAC, Tensor::frac);
    }

    /** The result of {@link #i0()}. */
    public Tensor i0_() {
        return change("i0_", Unary.I0, Tensor::i0);
    }

    /** The result of {@link #lgamma()}. */
    public Tensor lgamma_() {
        return change("lgamma_", Unary.LGAMMA, Tensor::lgamma);
    }

    /** The result of {@link #log()}. */
    public Tensor log_() {
        return change("log_", Unary.LOG, Tensor::log);
    }

    /** The result of {@link #log10()}. */
    public Tensor log10_() {
        return change("log10_", Unary.LOG10, Tensor::log10);
    }

    /** The result of {@link #log1p()}. */
    public Tensor log1p_() {
        return change("log1p_", Unary.LOG1P, Tensor::log1p);
    }

    /** The result of {@link #log2()}. */
    public Tensor log2_() {
        return change("log2_", Unary.LOG2, Tensor::log2);
    }

    /** The result of {@link #neg()}. */
    public Tensor neg_() {
        return change("neg_", Unary.NEG, Tensor::neg);
    }

    /** The result of {@link #rad2deg()}. */
    public Tensor rad2deg_() {
        return change("rad2deg_", Tensor::rad2deg);
    }

    /** The result of {@link #reciprocal()}. */
    public Tensor reciprocal_() {
        return change("reciprocal_", Unary.RECIPROCAL, Tensor::reciprocal);
    }

    /** The result of {@link #relu()}. */
    public Tensor relu_() {
        return change("relu_", Unary.RELU, Tensor::relu, Bounds::recordRelu);
    }

    /** The result of {@link #round()}. */
    public Tensor round_() {
        return change("round_", Unary.ROUND, Tensor::round);
    }

    /** The result of {@link #rsqrt()}. */
    public Tensor rsqrt_() {
        return change("rsqrt_", Unary.RSQRT, Tensor::rsqrt);
    }

    /** The result of {@link #sgn()}. */
    public Tensor sgn_() {
        return change("sgn_", Unary.SIGN, Tensor::sgn);
    }

    /** The result of {@link #sigmoid()}. */
    public Tensor sigmoid_() {
        return change("sigmoid_", Unary.SIGMOID, Tensor::sigmoid, Exponentials::recordSigmoid);
    }

    /** The result of {@link #sign()}. */
    public Tensor sign_() {
        return change("sign_", Unary.SIGN, Tensor::sign);
    }

    /** The result of {@link #sin()}. */
    public Tensor sin_() {
        return change("sin_", Unary.SIN, Tensor::sin);
    }

    /** The result of {@link #sinc()}. */
    public Tensor sinc_() {
        return change("sinc_", Tensor::sinc);
    }

    /** The result of {@link #sinh()}. */
    public Tensor sinh_() {
        return change("sinh_", Unary.SINH, Tensor::sinh);
    }

    /** The result of {@link #sqrt()}. */
    public Tensor sqrt_() {
        return change("sqrt_", Unary.SQRT, Tensor::sqrt);
    }

    /** The result of {@link #square()}. */
    public Tensor square_() {
        return change("square_", Unary.SQUARE, Tensor::square);
    }

    /** The result of {@link #tan()}. */
    public Tensor tan_() {
        return change("tan_", Unary.TAN, Tensor::tan);
    }

    /** The result of {@link #tanh()}. */
    public Tensor tanh_() {
        return change("tanh_", Unary.TANH, Tensor::tanh, Trigonometry::recordTanh);
    }

    /** The result of {@link #trunc()}. */
    public Tensor trunc_() {
        return change("trunc_", Unary.TRUNC, Tensor::trunc);
    }
}
