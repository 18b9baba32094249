package flambeau.kernel.tile;

import flambeau.kernel.Activation;

/** Derivatives of activation functions, from tile a to tile a. */
final class SlopeLoops {
    private static final float DENSITY = (float) (1 / Math.sqrt(2 * Math.PI));

    private SlopeLoops() {}

    static void run(Activation.Shape f, Tiles tiles, int n) {
        var x = tiles.a;
        var saved = tiles.saved;
        float a = (float) f.a(), b = (float) f.b(), c = (float) f.c();
        System.arraycopy(x, 0, saved, 0, n);
        switch (f.curve()) {
            case LEAKY_RELU -> leakyRelu(x, a, n);
            case HARDTANH -> hardtanh(x, a, b, n);
            case HARDSIGMOID -> hardsigmoid(x, n);
            case HARDSWISH -> hardswish(x, n);
            case HARDSHRINK, SOFTSHRINK -> shrink(x, a, n);
            case THRESHOLD -> threshold(x, a, n);
            case ELU -> {
                CurveLoops.scale(x, c, n);
                Exponential.exp(tiles, n);
                elu(saved, x, a * c, b, n);
            }
            case SOFTPLUS -> {
                CurveLoops.scale(x, a, n);
                Exponential.sigmoid(tiles, n);
                softplus(saved, x, a, b, n);
            }
            case LOG_SIGMOID -> {
                CurveLoops.scale(x, -1, n);
                Exponential.sigmoid(tiles, n);
            }
            case SILU -> {
                Exponential.sigmoid(tiles, n);
                silu(saved, x, n);
            }
            case MISH -> {
                Exponential.exp(tiles, n);
                System.arraycopy(x, 0, tiles.b, 0, n);
                CurveLoops.tanhSoftplus(x, n);
                mish(saved, tiles.b, x, n);
            }
            case GELU -> gelu(tiles, n);
            default -> {
                CurveLoops.inner(x, n);
                Exponential.tanh(tiles, n);
                geluTanh(saved, x, n);
            }
        }
    }

    /** {@code normal(x) + x density(x)}. */
    private static void gelu(Tiles tiles, int n) {
        CurveLoops.normal(tiles, n);
        System.arraycopy(tiles.a, 0, tiles.kept, 0, n);
        bell(tiles.saved, tiles.a, n);
        Exponential.exp(tiles, n);
        gelu(tiles.saved, tiles.kept, tiles.a, n);
    }

    private static void bell(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = -0.5f * x[i] * x[i];
    }

    private static void gelu(float[] x, float[] normal, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = normal[i] + x[i] * DENSITY * y[i];
    }

    private static void geluTanh(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float t = y[i], v = Math.min(Math.max(x[i], -100), 100); // whose square does not overflow
            float slope = CurveLoops.ROOT_2_BY_PI * (1 + 3 * CurveLoops.CUBIC * v * v);
            y[i] = 0.5f * (1 + t) + 0.5f * v * (1 - t * t) * slope;
        }
    }

    private static void mish(float[] x, float[] exp, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float t = y[i], sigmoid = 1 - 1 / (1 + exp[i]);
            y[i] = t + x[i] * sigmoid * (1 - t * t);
        }
    }

    private static void silu(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = y[i] * (1 + x[i] * (1 - y[i]));
    }

    private static void softplus(float[] x, float[] y, float a, float limit, int n) {
        for (int i = 0; i < n; i++) y[i] = a * x[i] > limit ? 1 : y[i];
    }

    private static void elu(float[] x, float[] y, float a, float b, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i] > 0 ? b : a * y[i];
    }

    private static void leakyRelu(float[] x, float slope, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] > 0 ? 1 : slope;
    }

    private static void hardtanh(float[] x, float low, float high, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] <= low || x[i] >= high ? 0 : 1;
    }

    private static void hardsigmoid(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] > -3 && x[i] < 3 ? 1f / 6 : 0;
    }

    private static void hardswish(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] <= -3 ? 0 : x[i] >= 3 ? 1 : x[i] / 3 + 0.5f;
    }

    private static void shrink(float[] x, float a, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] >= -a && x[i] <= a ? 0 : 1;
    }

    private static void threshold(float[] x, float a, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] <= a ? 0 : 1;
    }
}
