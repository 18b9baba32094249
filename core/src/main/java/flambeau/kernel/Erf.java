package flambeau.kernel;

/** The error function and its kin, of which the normal distribution is made. Relative errors are below 1e-14. */
final class Erf {
    /** {@code (1 + 2 x) e^(x x) erfc(x)} for x = 3.75 (1 + t) / (1 - t): Shepherd and Laframboise, 1981. */
    private static final Chebyshev SCALED = new Chebyshev(
            2.3551578691348034,
            -0.004590054580646478,
            -0.08424913336651792,
            0.05920993999819189,
            -0.026658668435305753,
            0.009074997670705265,
            -0.002413163540417608,
            0.0004907758365258086,
            -6.916973302501207e-05,
            4.13902798607301e-06,
            7.74038306619849e-07,
            -2.1886401049234397e-07,
            1.076499946567091e-08,
            4.521959811218287e-09,
            -7.754400208831351e-10,
            -6.318088340886684e-11,
            2.8687950109306702e-11,
            1.9455868545777672e-13,
            -9.654696748433393e-13,
            3.2525481481493264e-14,
            3.3478119482875124e-14,
            -1.8645628804111113e-15,
            -1.2507950530596294e-15,
            7.418235257640244e-17,
            5.068148905893224e-17);

    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private Erf() {}

    /** The error function. */
    static double erf(double x) {
        double a = Math.abs(x);
        return a < 1 ? series(x) : Math.copySign(1 - erfc(a), x);
    }

    /** Abramowitz and Stegun, 7.1.6: all terms have one sign. */
    private static double series(double x) {
        double term = x, sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** {@code 1 - erf(x)}. */
    static double erfc(double x) {
        if (x < 0) return 2 - erfc(-x);
        if (x < 0.5) return 1 - series(x);
        return x > 28 ? 0 : 1 / squareExp(x) * erfcx(x);
    }

    /** {@code e^(x x) erfc(x)}. */
    static double erfcx(double x) {
        if (x < 0) return x < -27 ? Double.POSITIVE_INFINITY : 2 * squareExp(x) - erfcx(-x);
        if (x > 1e8) return 1 / (ROOT_PI * x);
        return SCALED.at((x - 3.75) / (x + 3.75)) / (1 + 2 * x);
    }

    /** {@code e^(x x)}; the rounding of x x would be magnified, so it is split into an exact part and a small rest. */
    private static double squareExp(double x) {
        double high = Math.rint(x * 1024) / 1024;
        return Math.exp(high * high) * Math.exp((x - high) * (x + high));
    }

    /** The share of the normal distribution below x. */
    static double ndtr(double x) {
        return erfc(-x * ROOT_HALF) / 2;
    }

    /** The logarithm of {@link #ndtr}. */
    static double logNdtr(double x) {
        if (x < -1) return Math.log(erfcx(-x * ROOT_HALF) / 2) - x * x / 2;
        return Math.log1p(-erfc(x * ROOT_HALF) / 2);
    }

    /** The inverse of {@link #ndtr}. */
    static double ndtri(double p) {
        if (!(p >= 0 && p <= 1)) return Double.NaN;
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) return NormalQuantile.middle(q);
        return q < 0 ? -NormalQuantile.tail(p) : NormalQuantile.tail(1 - p);
    }

    /** The inverse of {@link #erf}. */
    static double erfinv(double y) {
        double a = Math.abs(y);
        if (!(a <= 1)) return Double.NaN;
        if (a <= 0.85) return NormalQuantile.middle(y / 2) * ROOT_HALF;
        return Math.copySign(NormalQuantile.tail((1 - a) / 2) * ROOT_HALF, y);
    }
}
