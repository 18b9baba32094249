package flambeau.kernel;

/** The logarithm of the gamma function, its derivatives, and the zeta function. */
final class Gammas {
    /** {@code lgamma(x) / ((x - 1) (x - 2))} for x = 2 + t, so that it is exact at both zeros. */
    private static final Chebyshev BETWEEN_1_AND_3 = new Chebyshev(
            0.8829780509100285,
            -0.11119580321752523,
            0.01951044826068884,
            -0.003922461463025264,
            0.0008478989895953857,
            -0.00019153855341365593,
            4.454470184975607e-05,
            -1.05728743735943e-05,
            2.5474336873408417e-06,
            -6.208535880776316e-07,
            1.5268677399071546e-07,
            -3.782637660291326e-08,
            9.428100823624284e-09,
            -2.361999702184645e-09,
            5.943541905817546e-10,
            -1.501312977072867e-10,
            3.8050196458110534e-11,
            -9.672485299656325e-12,
            2.465348198355661e-12,
            -6.298868140791711e-13,
            1.6128460030283787e-13,
            -4.137949206814042e-14,
            1.0635701227757898e-14,
            -2.7382420786652826e-15,
            7.060670507214892e-16,
            -1.8232177141662118e-16,
            4.714169006756272e-17,
            -1.2204107319639856e-17,
            3.1630451661790255e-18);

    /** The Bernoulli numbers B2, B4, ... */
    private static final double[] BERNOULLI = {
        1 / 6.0,
        -1 / 30.0,
        1 / 42.0,
        -1 / 30.0,
        5 / 66.0,
        -691 / 2730.0,
        7 / 6.0,
        -3617 / 510.0,
        43867 / 798.0,
        -174611 / 330.0
    };

    private static final double HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

    private Gammas() {}

    /** {@code log |gamma(x)|}. */
    static double lgamma(double x) {
        if (Double.isInfinite(x)) return Double.POSITIVE_INFINITY;
        if (x <= 0) {
            if (x == Math.rint(x)) return Double.POSITIVE_INFINITY;
            return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
        }
        if (x < 1) return lgamma(x + 1) - Math.log(x);
        if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TAU + stirling(x);
        double product = 1;
        for (; x > 3; x--) product *= x - 1;
        return Math.log(product) + (x - 1) * (x - 2) * BETWEEN_1_AND_3.at(x - 2);
    }

    /** What Stirling's formula lacks, for x from 10 on. */
    static double stirling(double x) {
        double sum = 0, power = 1 / x;
        for (int k = 0; k < 8; k++, power /= x * x) sum += BERNOULLI[k] / ((2 * k + 1) * (2 * k + 2)) * power;
        return sum;
    }

    /** {@code sin(pi x)}, exact at whole numbers. */
    private static double sinPi(double x) {
        double r = x % 2;
        return Math.abs(r) == 1 ? 0 : Math.sin(Math.PI * r);
    }

    /** The derivative of {@link #lgamma}. */
    static double digamma(double x) {
        if (x == 0) return Math.copySign(Double.POSITIVE_INFINITY, -x);
        if (x < 0) {
            if (x == Math.rint(x)) return Double.NaN;
            return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x % 1));
        }
        double sum = 0;
        for (; x < 10; x++) sum -= 1 / x;
        double power = 1 / (x * x), square = power;
        sum += Math.log(x) - 0.5 / x;
        for (int k = 0; k < 8; k++, power *= square) sum -= BERNOULLI[k] / (2 * k + 2) * power;
        return sum;
    }

    /** The derivative of order {@code n} of {@link #digamma}. */
    static double polygamma(double n, double x) {
        if (n == 0) return digamma(x);
        if (n == 1) return trigamma(x);
        double y = Math.exp(lgamma(n + 1)) * zeta(n + 1, x);
        return n % 2 == 0 ? -y : y;
    }

    private static double trigamma(double x) {
        if (x < 0.5) {
            double sine = Math.sin(Math.PI * x);
            return Math.PI / sine * (Math.PI / sine) - trigamma(1 - x);
        }
        return Double.isInfinite(x) ? 0 : zeta(2, x);
    }

    /** {@code sum over k >= 0 of (k + q)^-s}, Hurwitz's zeta function: ten terms, then Euler and Maclaurin's formula. */
    static double zeta(double s, double q) {
        if (s == 1) return Double.POSITIVE_INFINITY;
        if (s < 1 || Double.isNaN(s) || Double.isNaN(q)) return Double.NaN;
        if (Double.isInfinite(s)) return Math.pow(q, -s);
        if (q <= 0) {
            if (q == Math.floor(q)) return Double.POSITIVE_INFINITY;
            if (s != Math.floor(s)) return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < 10 || q < 10; k++, q++) {
            double term = Math.pow(q, -s);
            sum += term;
            if (Math.abs(term) < 1e-17 * Math.abs(sum)) return sum;
        }
        double power = Math.pow(q, -s), factor = s * power / q;
        sum += power * q / (s - 1) + power / 2;
        double factorial = 2;
        for (int k = 0; k < BERNOULLI.length; k++) {
            sum += BERNOULLI[k] / factorial * factor;
            factor *= (s + 2 * k + 1) * (s + 2 * k + 2) / (q * q);
            factorial *= (2 * k + 3) * (2 * k + 4);
        }
        return sum;
    }
}
