package flambeau.kernel;

/** The elementwise functions of three inputs and a number v. Their lambdas are the definition: reference kernels call them. */
public enum Ternary {
    /** {@code a + v b c}. */
    ADDCMUL((a, b, c, v) -> a + v * b * c),
    /** {@code a + v b / c}. */
    ADDCDIV((a, b, c, v) -> a + v * b / c),
    /** {@code min(max(a, b), c)}; NaN wins. */
    CLAMP((a, b, c, v) -> Math.min(Math.max(a, b), c)),
    /** {@code a + c (b - a)}, from the nearer end. */
    LERP((a, b, c, v) -> Math.abs(c) < 0.5 ? a + c * (b - a) : b - (b - a) * (1 - c)),
    /** b where a is infinite, c where it is negative and infinite, v where it is NaN, else a. */
    NAN_TO_NUM((a, b, c, v) -> Double.isNaN(a) ? v : Double.isInfinite(a) ? a > 0 ? b : c : a);

    /** A function of three floating numbers and one more. */
    @FunctionalInterface
    public interface Real {
        /** Its value. */
        double at(double a, double b, double c, double v);
    }

    private final Real real;

    Ternary(Real real) {
        this.real = real;
    }

    /** The function. */
    public Real real() {
        return real;
    }
}
