package flambeau.tensor;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.decimals;
import static flambeau.args.Args.equalNan;
import static flambeau.args.Args.nan;
import static flambeau.args.Args.neginf;
import static flambeau.args.Args.posinf;
import static flambeau.args.Args.roundingMode;
import static flambeau.args.Args.rtol;
import static flambeau.args.Args.value;
import static flambeau.args.RoundingMode.FLOOR;
import static flambeau.args.RoundingMode.TRUNC;
import static flambeau.tensor.Row.one;
import static flambeau.tensor.Row.three;
import static flambeau.tensor.Row.two;
import static flambeau.tensor.Sample.bools;
import static flambeau.tensor.Sample.f;
import static flambeau.tensor.Sample.index;
import static flambeau.tensor.Sample.of;
import static flambeau.tensor.Sample.positive;
import static flambeau.tensor.Sample.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class PointwiseRows {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private PointwiseRows() {}

    static List<Row> rows() {
        return Stream.of(arithmetic(), functions(), bounds(), bits(), inPlace())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> arithmetic() {
        return List.of(
                two("torch.rsub(a, b, alpha=2)", (a, b) -> a.rsub(b, alpha(2)))
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0)),
                two("torch.rsub(a, b, alpha=0.5)", (a, b) -> a.rsub(b, alpha(0.5)))
                        .on(f(3), f(3))
                        .refuses("rsub: alpha must be whole for torch.int64, got 0.5", index(3, 2), index(3, 2)),
                one("a.add(2, alpha=0.5)", a -> a.add(2, alpha(0.5))).on(f(3)),
                one("torch.sub(a, 2, alpha=3)", a -> a.sub(2, alpha(3))).on(f(3)),
                two("torch.div(a, b, rounding_mode='floor')", (a, b) -> a.div(b, roundingMode(FLOOR)))
                        .on(f(3, 4), positive(4))
                        .empty(f(0), f(0))
                        .refuses("div: an integer cannot be divided by 0", index(3, 2), index(1, 2))
                        .refuses("div: bools cannot be divided", bools(2), bools(2)),
                two("torch.div(a, b, rounding_mode='trunc')", (a, b) -> a.div(b, roundingMode(TRUNC)))
                        .on(f(3, 4), positive(4)),
                one("torch.div(a, 0.7, rounding_mode='trunc')", a -> a.div(0.7, roundingMode(TRUNC)))
                        .on(f(5)),
                two("torch.remainder(a, b)", Tensor::remainder)
                        .on(f(3, 4), within(1.1, 1.3, 4))
                        .empty(f(0), f(0))
                        .refuses("remainder: an integer cannot be divided by 0", index(3, 2), index(1, 2)),
                two("torch.remainder(a, b)", Tensor::remainder)
                        .on(of(-1, -1, 1, 5, INF, 1), of(3, INF, -INF, -3, 2, 0))
                        .kink(),
                one("torch.remainder(a, -2)", a -> a.remainder(-2)).on(of(0.5, -0.5, 3.5)),
                two("torch.fmod(a, b)", Tensor::fmod)
                        .on(f(3, 4), within(1.1, 1.3, 4))
                        .empty(f(0), f(0)),
                one("torch.fmod(a, -2)", a -> a.fmod(-2)).on(of(0.5, -0.5, 3.5)),
                two("torch.float_power(a, b)", Tensor::floatPower)
                        .on(index(5, 3), index(4, 3))
                        .flat(),
                one("torch.pow(2.5, a)", a -> Tensors.pow(2.5, a)).on(f(4)).empty(f(0)),
                one("torch.pow(0, a)", a -> Tensors.pow(0, a)).on(of(0, 1, 2)).kink(),
                one("2.5 / a", a -> Tensors.div(2.5, a)).on(positive(4)).empty(f(0)),
                two("torch.hypot(a, b)", Tensor::hypot)
                        .on(positive(3, 4), f(4))
                        .empty(f(0), f(0))
                        .refuses("hypot: the dtype must be floating, got torch.int64", index(3, 2), index(3, 2)),
                two("torch.logaddexp(a, b)", Tensor::logaddexp)
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0)),
                two("torch.logaddexp2(a, b)", Tensor::logaddexp2)
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0)),
                two("torch.logaddexp(a, b)", Tensor::logaddexp)
                        .on(of(INF, -INF, 900, 1), of(INF, -INF, 1, INF))
                        .kink(),
                two("torch.xlogy(a, b)", Tensor::xlogy)
                        .on(positive(3, 4), positive(4))
                        .empty(f(0), f(0)),
                two("torch.xlogy(a, b)", Tensor::xlogy)
                        .on(of(0, 0, 0, 1, -1), of(0.5, 0, NAN, 2, 0))
                        .kink(),
                one("torch.xlogy(a, 2)", a -> a.xlogy(2)).on(positive(4)),
                one("torch.xlogy(2, a)", a -> Tensors.xlogy(2, a)).on(positive(4)),
                three("torch.addcmul(a, b, c, value=0.5)", (a, b, c) -> a.addcmul(b, c, value(0.5)))
                        .on(f(3, 4), f(4), f(3, 1))
                        .empty(f(0), f(0), f(0))
                        .refuses("addcmul: takes no bool tensors", bools(2), bools(2), bools(2)),
                three("torch.addcdiv(a, b, c, value=0.5)", (a, b, c) -> a.addcdiv(b, c, value(0.5)))
                        .on(f(3, 4), f(4), positive(3, 1))
                        .empty(f(0), f(0), f(0))
                        .refuses(
                                "addcdiv: integers are not divided, got torch.int64 and torch.int64",
                                f(2),
                                index(3, 2),
                                index(3, 2)),
                two("torch.lerp(a, b, 0.3)", (a, b) -> a.lerp(b, 0.3))
                        .on(f(3, 4), f(4))
                        .empty(f(0), f(0))
                        .refuses(
                                "lerp: the dtypes must be the same, got torch.float64 and torch.int64",
                                f(2),
                                index(3, 2)),
                two("torch.lerp(a, b, 0.8)", (a, b) -> a.lerp(b, 0.8)).on(f(3), f(3)),
                three("torch.lerp(a, b, c)", Tensor::lerp).on(f(3, 4), f(4), f(3, 1)));
    }

    private static List<Row> functions() {
        return List.of(
                smooth("a.exp2()", Tensor::exp2, f(3, 4)),
                smooth("a.sinh()", Tensor::sinh, f(3, 4)),
                smooth("a.cosh()", Tensor::cosh, f(3, 4)),
                smooth("a.asin()", Tensor::asin, within(-0.9, 0.9, 3, 4)),
                smooth("a.acos()", Tensor::acos, within(-0.9, 0.9, 3, 4)),
                smooth("a.atan()", Tensor::atan, f(3, 4)),
                smooth("a.asinh()", Tensor::asinh, f(3, 4)),
                smooth("a.acosh()", Tensor::acosh, within(1.2, 3, 3, 4)),
                smooth("a.atanh()", Tensor::atanh, within(-0.9, 0.9, 3, 4)),
                smooth("a.sinc()", Tensor::sinc, within(0.2, 2, 3, 4)),
                smooth("a.deg2rad()", Tensor::deg2rad, f(3, 4)),
                smooth("a.rad2deg()", Tensor::rad2deg, f(3, 4)),
                one("a.sinc()", Tensor::sinc).on(of(0, -0.0, INF)).kink(),
                one("a.acosh()", Tensor::acosh).on(of(0.5, 1, 1e300, INF)).kink(),
                one("a.atanh()", Tensor::atanh).on(of(1, -1, 2, 1e-20)).kink(),
                one("a.asinh()", Tensor::asinh)
                        .on(of(1e300, -1e-300, -INF, -0.0))
                        .kink(),
                two("torch.atan2(a, b)", Tensor::atan2).on(f(3, 4), f(4)).empty(f(0), f(0)),
                two("torch.atan2(a, b)", Tensor::atan2)
                        .on(of(0, 0, -0.0, 1, INF), of(0, -1, -1, 0, INF))
                        .kink(),
                one("a.frac()", Tensor::frac)
                        .on(f(3, 4))
                        .empty(f(0))
                        .refuses("frac: the dtype must be floating, got torch.int64", index(3, 2)),
                one("a.detach().sgn()", a -> a.detach().sgn())
                        .on(of(-2, 0, NAN))
                        .flat(),
                one("torch.round(a, decimals=1)", a -> a.round(decimals(1)))
                        .on(f(3, 4))
                        .refuses("round: only floating tensors have decimals, got torch.int64", index(3, 2)),
                one("torch.round(a, decimals=-1)", a -> a.round(decimals(-1)))
                        .on(of(14, 15, 25, -26, NAN))
                        .kink(),
                two("torch.copysign(a, b)", Tensor::copysign).on(f(3, 4), f(4)).empty(f(0), f(0)),
                two("torch.copysign(a, b)", Tensor::copysign)
                        .on(of(0, 1, -2, NAN, INF), of(-1, -0.0, 0, 1, -1))
                        .kink(),
                one("torch.copysign(a, -1)", a -> a.copysign(-1)).on(f(4)),
                two("torch.heaviside(a, b)", Tensor::heaviside)
                        .on(of(-1, 0, 2, NAN), of(0.5, 0.5, 0.5, 0.5))
                        .flat()
                        .refuses(
                                "heaviside: both must have one dtype, got torch.float64 and torch.int64",
                                f(2),
                                index(3, 2)),
                one("torch.frexp(a)[0]", a -> a.frexp().mantissa())
                        .on(of(0.1, -3, 1024))
                        .kink(),
                one("torch.frexp(a)[1]", a -> a.frexp().exponent())
                        .on(of(0.1, -3, 1024, 0, INF, 1e-310))
                        .flat(),
                two("torch.ldexp(a, b)", Tensor::ldexp).on(f(3, 4), f(4)).empty(f(0), f(0)),
                one("a.signbit()", Tensor::signbit).on(of(-0.0, 0, -1, INF)).flat(),
                one("a.isposinf()", Tensor::isposinf).on(of(INF, -INF, NAN, 1)).flat(),
                one("a.isneginf()", Tensor::isneginf).on(of(INF, -INF, NAN, 1)).flat(),
                two("torch.isclose(a, b, rtol=0.1)", (a, b) -> a.isclose(b, rtol(0.1)))
                        .on(of(1, 2, INF, NAN, 3), of(1.05, 2.5, INF, NAN, INF))
                        .flat(),
                two("torch.isclose(a, b, equal_nan=True)", (a, b) -> a.isclose(b, equalNan(true)))
                        .on(of(1, NAN), of(1, NAN))
                        .flat()
                        .refuses("isclose: dtypes differ: torch.float64 and torch.int64", f(2), index(3, 2)),
                two("torch.isin(a, b)", Tensor::isin)
                        .on(of(0, -0.0, 1, NAN, 2), of(0, NAN, 2))
                        .flat()
                        .empty(f(0), f(2))
                        .refuses("isin: takes no bool tensors", bools(2), bools(2)));
    }

    private static Row smooth(String torch, UnaryOperator<Tensor> f, Sample x) {
        return one(torch, f).on(x).empty(f(0));
    }

    private static List<Row> bounds() {
        return List.of(
                two("torch.fmax(a, b)", Tensor::fmax).on(f(3, 4), f(4)).empty(f(0), f(0)),
                two("torch.fmin(a, b)", Tensor::fmin).on(f(3, 4), f(4)).empty(f(0), f(0)),
                two("torch.fmax(a, b)", Tensor::fmax)
                        .on(of(1, NAN, 2, NAN), of(1, 2, NAN, NAN))
                        .kink(),
                two("torch.fmin(a, b)", Tensor::fmin)
                        .on(of(1, NAN, 2, NAN), of(1, 2, NAN, NAN))
                        .kink(),
                two("torch.max(a, b)", Tensor::max).on(f(3, 4), f(4)),
                two("torch.min(a, b)", Tensor::min).on(f(3, 4), f(4)),
                three("torch.clamp(a, b, c)", Tensor::clamp)
                        .on(f(3, 4), within(-1, -0.5, 4), within(0.5, 1, 3, 1))
                        .empty(f(0), f(0), f(0)),
                three("torch.clamp(a, b, c)", Tensor::clamp)
                        .on(of(1, 2, 3, NAN, 0), of(1, 5, 0, 0, NAN), of(2, 2, 3, 1, 1))
                        .kink(),
                two("torch.clamp(a, b)", (a, b) -> a.clamp(b)).on(f(3, 4), f(4)),
                two("torch.clamp_min(a, b)", Tensor::clampMin).on(f(3, 4), f(4)).empty(f(0), f(0)),
                two("torch.clamp_max(a, b)", Tensor::clampMax).on(f(3, 4), f(4)).empty(f(0), f(0)),
                one("torch.clamp(a, max=1)", a -> a.clamp(null, 1)).on(f(4)),
                one("a.nan_to_num()", Tensor::nanToNum).on(of(NAN, 1, -2)).kink(),
                one("a.nan_to_num(1, 2, -3)", a -> a.nanToNum(nan(1), posinf(2), neginf(-3)))
                        .on(of(NAN, INF, -INF, 4))
                        .kink(),
                one("torch.fill(a, 2)", a -> a.fill(2)).on(f(3)).empty(f(0)),
                two("torch.fill(a, b)", Tensor::fill)
                        .on(f(3), f())
                        .refuses("fill: the value must have no dimensions, has shape [2]", f(3), f(2)));
    }

    private static List<Row> bits() {
        return List.of(
                one("torch.bitwise_not(a)", Tensor::bitwiseNot)
                        .on(index(9, 4))
                        .flat()
                        .refuses("bitwiseNot: only integers have bits, got torch.float64", f(2)),
                one("torch.bitwise_not(a)", Tensor::bitwiseNot).on(bools(4)).flat(),
                two("torch.bitwise_and(a, b)", Tensor::bitwiseAnd)
                        .on(index(9, 4), index(9, 4))
                        .flat()
                        .refuses("bitwiseAnd: only integers have bits, got torch.float64", f(2), index(3, 2)),
                two("torch.bitwise_or(a, b)", Tensor::bitwiseOr)
                        .on(index(9, 4), bools(4))
                        .flat(),
                two("torch.bitwise_xor(a, b)", Tensor::bitwiseXor)
                        .on(bools(6), bools(6))
                        .flat(),
                one("torch.bitwise_and(a, 6)", a -> a.bitwiseAnd(6))
                        .on(index(9, 4))
                        .flat(),
                one("torch.bitwise_xor(a, True)", a -> a.bitwiseXor(true))
                        .on(bools(4))
                        .flat(),
                two("torch.bitwise_left_shift(a, b)", Tensor::bitwiseLeftShift)
                        .on(index(9, 4), index(9, 4))
                        .flat()
                        .refuses("bitwiseLeftShift: takes no bool tensor", bools(2), bools(2)),
                one("torch.bitwise_left_shift(a, 64)", a -> a.bitwiseLeftShift(64))
                        .on(index(9, 4))
                        .flat(),
                one("torch.bitwise_right_shift(-a, -1)", a -> a.neg().bitwiseRightShift(-1))
                        .on(index(9, 4))
                        .flat(),
                one("torch.bitwise_left_shift(3, a)", a -> Tensors.bitwiseLeftShift(3, a))
                        .on(index(9, 4))
                        .flat(),
                two("torch.gcd(a, b)", Tensor::gcd)
                        .on(index(30, 9), index(30, 9))
                        .flat(),
                two("torch.lcm(a, b)", Tensor::lcm)
                        .on(index(30, 9), index(30, 9))
                        .flat()
                        .refuses("lcm: takes no bool tensor", bools(2), bools(2)));
    }

    private static List<Row> inPlace() {
        return List.of(
                one("(a * 2).sin_()", a -> a.mul(2).sin_()).on(f(3, 4)).empty(f(0)),
                one("(a * 2).exp_()", a -> a.mul(2).exp_()).on(f(3, 4)),
                one("(a * 2).reciprocal_()", a -> a.mul(2).reciprocal_()).on(positive(3)),
                one("(a * 2).square_()", a -> a.mul(2).square_()).on(f(3)),
                one("a.clone().floor_()", a -> a.clone().floor_()).on(f(3)),
                one("(a * 2).logit_(0.1)", a -> a.mul(2).logit_(flambeau.args.Args.eps(0.1)))
                        .on(within(0.1, 0.4, 4)),
                two("(a * 2).pow_(b)", (a, b) -> a.mul(2).pow_(b)).on(positive(3), f(3)),
                two("a.clone().atan2_(b)", (a, b) -> a.clone().atan2_(b))
                        .on(f(3), f(3))
                        .refuses("atan2_: the result has shape [2, 3], the tensor [3]", f(3), f(2, 3)),
                two("(a * 2).sub_(b, alpha=3)", (a, b) -> a.mul(2).sub_(b, alpha(3)))
                        .on(f(2, 3), f(3)),
                two("(a * 2).div_(b, rounding_mode='floor')", (a, b) -> a.mul(2).div_(b, roundingMode(FLOOR)))
                        .on(f(2, 3), positive(3)),
                two("a.clone().fmod_(b)", (a, b) -> a.clone().fmod_(b)).on(f(3), within(1.1, 1.3, 3)),
                three(
                                "a.clone().addcmul_(b, c, value=2)",
                                (a, b, c) -> a.clone().addcmul_(b, c, value(2)))
                        .on(f(2, 3), f(3), f(3)),
                two("a.clone().lerp_(b, 0.7)", (a, b) -> a.clone().lerp_(b, 0.7))
                        .on(f(2, 3), f(3)),
                two("a.clone().clamp_min_(b)", (a, b) -> a.clone().clampMin_(b)).on(f(2, 3), f(3)),
                two("a.clone().fill_(b)", (a, b) -> a.clone().fill_(b)).on(f(3), f()),
                two("a.clone().lt_(b)", (a, b) -> a.clone().lt_(b)).on(f(3), f(3)),
                one("a.clone().bitwise_not_()", a -> a.clone().bitwiseNot_())
                        .on(index(5, 3))
                        .flat(),
                one("a.clone().sqrt_()", a -> a.clone().sqrt_())
                        .on(positive(3))
                        .refuses("sqrt_: the result is torch.float32 and cannot be kept as torch.int64", index(3, 2)),
                one("a.double().float_power_(2)", a -> a.toDouble().clone().floatPower_(2))
                        .on(index(5, 3))
                        .flat());
    }
}
