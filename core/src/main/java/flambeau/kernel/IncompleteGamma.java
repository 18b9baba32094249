package flambeau.kernel;

/** The regularised incomplete gamma functions: which share of the integral that defines gamma(a) lies below or above x. */
final class IncompleteGamma {
    private static final double LARGE = 2e5; // from here on series near x = a become too long
    private static final int MOST = 20_000;

    /** c0 and c1 of Temme's expansion, 1979, as series around eta = 0. */
    private static final double[] C0 = {
        -1 / 3.0, 1 / 12.0, -2 / 135.0, 1 / 864.0, 1 / 2835.0, -139 / 777600.0, 1 / 25515.0, -571 / 261273600.0
    };

    private static final double[] C1 = {-1 / 540.0, -1 / 288.0, 1 / 378.0, -77 / 77760.0};

    private IncompleteGamma() {}

    /** The share below x. */
    static double lower(double a, double x) {
        if (x < 0 || a < 0) return Double.NaN;
        if (a == 0) return x > 0 ? 1 : Double.NaN;
        if (x == 0) return 0;
        if (Double.isInfinite(a)) return Double.isInfinite(x) ? Double.NaN : 0;
        if (Double.isInfinite(x)) return 1;
        if (Double.isNaN(a + x)) return Double.NaN;
        if (a > LARGE && Math.abs(x / a - 1) < 0.1) return temme(a, x, -1);
        return x > 1 && x > a ? 1 - fraction(a, x) : series(a, x);
    }

    /** The share above x. */
    static double upper(double a, double x) {
        if (x < 0 || a < 0) return Double.NaN;
        if (a == 0) return x > 0 ? 0 : Double.NaN;
        if (x == 0) return 1;
        if (Double.isInfinite(a)) return Double.isInfinite(x) ? Double.NaN : 1;
        if (Double.isInfinite(x)) return 0;
        if (Double.isNaN(a + x)) return Double.NaN;
        if (a > LARGE && Math.abs(x / a - 1) < 0.1) return temme(a, x, 1);
        if (x > 1.1 && x > a) return fraction(a, x);
        return x < 1.1 && a < 1 && a < -0.4 / Math.log(x) ? small(a, x) : 1 - series(a, x);
    }

    /** {@code x^a e^-x / gamma(a + 1)}; for large a by Stirling's formula, where the powers nearly cancel. */
    private static double factor(double a, double x) {
        if (a < 10) return Math.exp(a * Math.log(x) - x - Gammas.lgamma(a + 1));
        double mu = (x - a) / a;
        double exponent = Math.abs(mu) < 0.5 ? a * log1pMinus(mu) : a * Math.log(x / a) - (x - a);
        return Math.exp(exponent - Gammas.stirling(a)) / Math.sqrt(2 * Math.PI * a);
    }

    /** {@code log(1 + x) - x}, exact near 0. */
    private static double log1pMinus(double x) {
        if (Math.abs(x) > 0.3) return Math.log1p(x) - x;
        double sum = 0, power = x;
        for (int k = 2; k < 60; k++) {
            power *= -x;
            double term = power / k;
            sum += term;
            if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
        }
        return sum;
    }

    /** Abramowitz and Stegun, 6.5.29, for the lower share. */
    private static double series(double a, double x) {
        double f = factor(a, x);
        if (f == 0) return 0;
        double sum = 1, term = 1;
        for (int n = 1; n < MOST && term > 1e-17 * sum; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return f * sum;
    }

    /** The upper share where x and a are small: the first term of the series, which is nearly 1, is subtracted exactly. */
    private static double small(double a, double x) {
        double sum = 0, term = 1;
        for (int n = 1; n < MOST; n++) {
            term *= -x / n;
            double part = term / (a + n);
            sum += part;
            if (Math.abs(part) < 1e-17 * Math.abs(sum)) break;
        }
        double log = a * Math.log(x) - Gammas.lgamma(a + 1);
        return -Math.expm1(log) - Math.exp(log) * a * sum;
    }

    /** Abramowitz and Stegun, 6.5.31, for the upper share, by Lentz's method. */
    private static double fraction(double a, double x) {
        double f = factor(a, x) * a;
        if (f == 0) return 0;
        double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
        for (int n = 1; n < MOST; n++) {
            double k = -n * (n - a);
            b += 2;
            d = 1 / (k * d + b);
            c = b + k / c;
            double step = c * d;
            h *= step;
            if (Math.abs(step - 1) < 1e-16) break;
        }
        return f * h;
    }

    /** Temme's uniform expansion for large a and x near it; {@code side} 1 gives the upper share, -1 the lower. */
    private static double temme(double a, double x, int side) {
        double mu = (x - a) / a;
        double eta = Math.copySign(Math.sqrt(-2 * log1pMinus(mu)), mu);
        double r = Math.exp(-a * eta * eta / 2) / Math.sqrt(2 * Math.PI * a) * (sum(C0, eta) + sum(C1, eta) / a);
        return Erf.erfc(side * eta * Math.sqrt(a / 2)) / 2 + side * r;
    }

    private static double sum(double[] c, double t) {
        double y = 0;
        for (int k = c.length - 1; k >= 0; k--) y = y * t + c[k];
        return y;
    }
}
