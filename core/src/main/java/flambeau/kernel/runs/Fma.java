package flambeau.kernel.runs;

/** The fused multiply-add, where the processor has one; otherwise Java would compute it with big decimals. */
public final class Fma {
    /** Whether {@link #fma} is fused. */
    public static final boolean FUSED = isFast();

    private Fma() {}

    /** {@code a b + c}. */
    public static float fma(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    /** {@code a b + c}. */
    public static double fma(double a, double b, double c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean isFast() {
        float x = 0;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < 16; j++) x = Math.fma(x, 0.7f, 0.3f);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best
                < 16 * 400 + (x > 2 ? 1 : 0); // interpreted: some 20 ns each; with big decimals 2 microseconds and more
    }
}
