package flambeau.kernel;

/** Activation functions with at most three constants. Their lambdas are the definition: reference kernels call them. */
public enum Curve {
    /** {@code x > 0 ? b x : a (e^(c x) - 1)}. */
    ELU((x, a, b, c) -> x > 0 ? b * x : a * Math.expm1(c * x), (x, a, b, c) -> x > 0 ? b : a * c * Math.exp(c * x)),
    /** {@code x > 0 ? x : a x}. */
    LEAKY_RELU((x, a, b, c) -> x > 0 ? x : a * x, (x, a, b, c) -> x > 0 ? 1 : a),
    /** {@code min(max(x, a), b)}; the gradient at the borders is 0. */
    HARDTANH((x, a, b, c) -> x < a ? a : x > b ? b : x, (x, a, b, c) -> x <= a || x >= b ? 0 : 1),
    /** {@code min(max(x + 3, 0), 6) / 6}. */
    HARDSIGMOID((x, a, b, c) -> Math.min(Math.max(x + 3, 0), 6) / 6, (x, a, b, c) -> x > -3 && x < 3 ? 1.0 / 6 : 0),
    /** {@code x min(max(x + 3, 0), 6) / 6}. */
    HARDSWISH(
            (x, a, b, c) -> x * Math.min(Math.max(x + 3, 0), 6) / 6,
            (x, a, b, c) -> x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5),
    /** {@code |x| <= a ? 0 : x}. */
    HARDSHRINK((x, a, b, c) -> x >= -a && x <= a ? 0 : x, (x, a, b, c) -> x >= -a && x <= a ? 0 : 1),
    /** {@code x} moved towards 0 by a. */
    SOFTSHRINK(
            (x, a, b, c) -> x > a ? x - a : x < -a ? x + a : Double.isNaN(x) ? x : 0,
            (x, a, b, c) -> x >= -a && x <= a ? 0 : 1),
    /** {@code x <= a ? b : x}. */
    THRESHOLD((x, a, b, c) -> x <= a ? b : x, (x, a, b, c) -> x <= a ? 0 : 1),
    /** {@code a x > b ? x : log(1 + e^(a x)) / a}. */
    SOFTPLUS(
            (x, a, b, c) -> a * x > b ? x : Math.log1p(Math.exp(a * x)) / a,
            (x, a, b, c) -> a * x > b ? 1 : sigmoid(a * x)),
    /** {@code log(sigmoid(x))}. */
    LOG_SIGMOID((x, a, b, c) -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))), (x, a, b, c) -> sigmoid(-x)),
    /** {@code x sigmoid(x)}. */
    SILU((x, a, b, c) -> x * sigmoid(x), (x, a, b, c) -> sigmoid(x) * (1 + x * (1 - sigmoid(x)))),
    /** {@code x tanh(log(1 + e^x))}. */
    MISH((x, a, b, c) -> x * tanhSoftplus(x), (x, a, b, c) -> {
        double t = tanhSoftplus(x);
        return t + x * sigmoid(x) * (1 - t * t);
    }),
    /** {@code x} times the probability that a normal number is below x. */
    GELU((x, a, b, c) -> x * normal(x), (x, a, b, c) -> normal(x) + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI)),
    /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}. */
    GELU_TANH((x, a, b, c) -> 0.5 * x * (1 + Math.tanh(inner(x))), (x, a, b, c) -> {
        double t = Math.tanh(inner(x));
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
    });

    /** A function of x with constants. */
    @FunctionalInterface
    public interface Real {
        /** Its value. */
        double at(double x, double a, double b, double c);
    }

    private final Real value;
    private final Real slope;

    Curve(Real value, Real slope) {
        this.value = value;
        this.slope = slope;
    }

    /** The function. */
    public Real value() {
        return value;
    }

    /** Its derivative. */
    public Real slope() {
        return slope;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double tanhSoftplus(double x) {
        return x > 20 ? 1 : Math.tanh(Math.log1p(Math.exp(x)));
    }

    private static double normal(double x) {
        return 0.5 * (1 + Erf.erf(x / Math.sqrt(2)));
    }

    private static double inner(double x) {
        return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    }
}
