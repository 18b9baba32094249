package flambeau.kernel;

/**
 * The inverse of the normal distribution, by quotients of polynomials; relative error about 1e-16. Source: Wichura, Algorithm
 * AS 241: the percentage points of the normal distribution, Applied Statistics 37 (1988).
 */
final class NormalQuantile {
    private static final double[] MIDDLE_TOP = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080
    };
    private static final double[] MIDDLE_BOTTOM = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1
    };
    private static final double[] NEAR_TOP = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734
    };
    private static final double[] NEAR_BOTTOM = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940,
        2.05319162663775882187,
        1
    };
    private static final double[] FAR_TOP = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720
    };
    private static final double[] FAR_BOTTOM = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1
    };

    private NormalQuantile() {}

    /** The quantile of {@code 0.5 + q} for |q| up to 0.425. */
    static double middle(double q) {
        double r = 0.180625 - q * q;
        return q * at(r, MIDDLE_TOP) / at(r, MIDDLE_BOTTOM);
    }

    /** The negative of the quantile of p, for p below 0.075. */
    static double tail(double p) {
        if (p == 0) return Double.POSITIVE_INFINITY;
        double r = Math.sqrt(-Math.log(p));
        if (r <= 5) return at(r - 1.6, NEAR_TOP) / at(r - 1.6, NEAR_BOTTOM);
        return at(r - 5, FAR_TOP) / at(r - 5, FAR_BOTTOM);
    }

    private static double at(double x, double[] coefficients) {
        double y = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) y = y * x + coefficients[i];
        return y;
    }
}
