package flambeau.kernel.tile;

import flambeau.kernel.Activation;
import flambeau.kernel.Unary;

/** Activation functions, from tile a to tile a. */
final class CurveLoops {
    static final float ROOT_HALF = (float) Math.sqrt(0.5);
    static final float ROOT_2_BY_PI = (float) Math.sqrt(2 / Math.PI);
    static final float CUBIC = 0.044715f;

    private CurveLoops() {}

    static void run(Activation.Shape f, Tiles tiles, int n) {
        var x = tiles.a;
        float a = (float) f.a(), b = (float) f.b(), c = (float) f.c();
        switch (f.curve()) {
            case LEAKY_RELU -> leakyRelu(x, a, n);
            case HARDTANH -> hardtanh(x, a, b, n);
            case HARDSIGMOID -> hardsigmoid(x, n);
            case HARDSWISH -> hardswish(x, n);
            case HARDSHRINK -> hardshrink(x, a, n);
            case SOFTSHRINK -> softshrink(x, a, n);
            case THRESHOLD -> threshold(x, a, b, n);
            default -> {
                var saved = tiles.saved;
                System.arraycopy(x, 0, saved, 0, n);
                switch (f.curve()) {
                    case ELU -> {
                        scale(x, c, n);
                        UnaryLoops.run(Unary.EXPM1, tiles, n);
                        elu(saved, x, a, b, n);
                    }
                    case SOFTPLUS -> {
                        scale(x, a, n);
                        Exponential.exp(tiles, n);
                        UnaryLoops.run(Unary.LOG1P, tiles, n);
                        softplus(saved, x, a, b, n);
                    }
                    case LOG_SIGMOID -> {
                        minusAbs(x, n);
                        Exponential.exp(tiles, n);
                        UnaryLoops.run(Unary.LOG1P, tiles, n);
                        logSigmoid(saved, x, n);
                    }
                    case SILU -> {
                        Exponential.sigmoid(tiles, n);
                        multiply(x, saved, n);
                    }
                    case MISH -> {
                        Exponential.exp(tiles, n);
                        tanhSoftplus(x, n);
                        multiply(x, saved, n);
                    }
                    case GELU -> {
                        normal(tiles, n);
                        multiply(x, saved, n);
                    }
                    default -> {
                        inner(x, n);
                        Exponential.tanh(tiles, n);
                        half(x, n);
                        multiply(x, saved, n);
                    }
                }
            }
        }
    }

    /** {@code a = (1 + erf(a / sqrt(2))) / 2}. */
    static void normal(Tiles tiles, int n) {
        scale(tiles.a, ROOT_HALF, n);
        Exponential.erf(tiles, n);
        half(tiles.a, n);
    }

    /** {@code x = sqrt(2 / pi) (x + 0.044715 x^3)}. */
    static void inner(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = ROOT_2_BY_PI * (x[i] + CUBIC * x[i] * x[i] * x[i]);
    }

    /** {@code x = tanh(log(1 + x))} for {@code x = e^t}. */
    static void tanhSoftplus(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            float e = Math.min(x[i], 1e9f), m = e * (e + 2);
            x[i] = m / (m + 2);
        }
    }

    static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) x[i] *= y[i];
    }

    static void add(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) x[i] += y[i];
    }

    static void scale(float[] x, float factor, int n) {
        for (int i = 0; i < n; i++) x[i] *= factor;
    }

    static void half(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = 0.5f * (1 + x[i]);
    }

    static void minusAbs(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = -Math.abs(x[i]);
    }

    private static void leakyRelu(float[] x, float slope, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] > 0 ? x[i] : slope * x[i];
    }

    private static void hardtanh(float[] x, float low, float high, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.min(Math.max(x[i], low), high);
    }

    private static void hardsigmoid(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = Math.min(Math.max(x[i] + 3, 0), 6) / 6;
    }

    private static void hardswish(float[] x, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] * Math.min(Math.max(x[i] + 3, 0), 6) / 6;
    }

    private static void hardshrink(float[] x, float a, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] >= -a && x[i] <= a ? 0 : x[i];
    }

    private static void softshrink(float[] x, float a, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] > a ? x[i] - a : x[i] < -a ? x[i] + a : x[i] * 0;
    }

    private static void threshold(float[] x, float a, float b, int n) {
        for (int i = 0; i < n; i++) x[i] = x[i] <= a ? b : x[i];
    }

    private static void elu(float[] x, float[] y, float a, float b, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i] > 0 ? b * x[i] : a * y[i];
    }

    private static void softplus(float[] x, float[] y, float a, float limit, int n) {
        for (int i = 0; i < n; i++) y[i] = a * x[i] > limit ? x[i] : y[i] / a;
    }

    private static void logSigmoid(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Math.min(x[i], 0) - y[i];
    }
}
