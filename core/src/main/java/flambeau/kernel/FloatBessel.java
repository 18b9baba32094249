package flambeau.kernel;

/**
 * Modified Bessel functions of float32 in the arithmetic of PyTorch, which is Cephes': float32 throughout. Their last bits show, because
 * the functions grow like an exponential.
 */
final class FloatBessel {
    /** {@code e^-x I0(x)} for x = 2 (2 + t), and {@code sqrt(x) e^-x I0(x)} for x = 32 / (2 + t). */
    private static final float[] I0_NEAR = Bessel.I0_NEAR.floats(30), I0_FAR = Bessel.I0_FAR.floats(25);

    /** {@code e^-x I1(x) / x} for x = 2 (2 + t), and {@code sqrt(x) e^-x I1(x)} for x = 32 / (2 + t). */
    private static final float[] I1_NEAR = Bessel.I1_NEAR.floats(17), I1_FAR = Bessel.I1_FAR.floats(7);

    private FloatBessel() {}

    /** {@code e^-|x| I0(x)}. */
    static double i0e(double x) {
        float a = (float) Math.abs(x);
        return a <= 8 ? sum(I0_NEAR, a / 2 - 2) : sum(I0_FAR, 32 / a - 2) / root(a);
    }

    /** {@code I0(x)}. */
    static double i0(double x) {
        float a = (float) Math.abs(x);
        return a <= 8 ? exp(a) * sum(I0_NEAR, a / 2 - 2) : exp(a) * sum(I0_FAR, 32 / a - 2) / root(a);
    }

    /** {@code e^-|x| I1(x)}. */
    static double i1e(double x) {
        float a = (float) Math.abs(x);
        float y = a <= 8 ? sum(I1_NEAR, a / 2 - 2) * a : sum(I1_FAR, 32 / a - 2) / root(a);
        return x < 0 ? -y : y;
    }

    /** {@code I1(x)}. */
    static double i1(double x) {
        float a = (float) Math.abs(x);
        float y = a <= 8 ? exp(a) * a * sum(I1_NEAR, a / 2 - 2) : exp(a) * sum(I1_FAR, 32 / a - 2) / root(a);
        return x < 0 ? -y : y;
    }

    /** {@code c0 / 2 + c1 T1(t / 2) + c2 T2(t / 2) + ..}; each product is fused with the subtraction that follows. */
    private static float sum(float[] c, float t) {
        float b0 = c[c.length - 1], b1 = 0, b2 = 0;
        for (int k = c.length - 2; k >= 0; k--) {
            b2 = b1;
            b1 = b0;
            b0 = (float) ((double) t * b1 - b2) + c[k];
        }
        return 0.5f * (b0 - b2);
    }

    private static float exp(float x) {
        return (float) Math.exp(x);
    }

    private static float root(float x) {
        return (float) Math.sqrt(x);
    }
}
