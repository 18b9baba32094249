package flambeau.kernel.tile;

import static flambeau.kernel.runs.Fma.fma;

import flambeau.kernel.Unary;

/**
 * lgamma and digamma of floats widened to double, by Stirling's series eight places up. What is lost by cancellation near zeros of
 * lgamma does not reach a float; elements next to them, and those out of range, are computed by the definition afterwards.
 */
final class FloatGammas {
    private static final double LOW = 0.01, HIGH = 1e8;
    private static final double NEAR = 0.002; // the zeros 1 and 2
    private static final double HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

    private FloatGammas() {}

    /** {@code a = op(a)}, op being LGAMMA or DIGAMMA. */
    static void run(Unary op, DoubleTiles tiles, int n) {
        DoubleTiles.bits(tiles.a, tiles.inputA, n);
        boolean logarithm = op == Unary.LGAMMA;
        if (logarithm) {
            product(tiles.a, n);
            DoubleLogarithms.log(tiles, n);
            System.arraycopy(tiles.a, 0, tiles.b, 0, n);
            DoubleTiles.bits(tiles.inputA, tiles.a, n);
        } else {
            reciprocals(tiles.a, tiles.b, n);
        }
        up(tiles.a, tiles.c, n);
        DoubleLogarithms.log(tiles, n);
        if (logarithm) lgamma(tiles.a, tiles.b, tiles.c, n);
        else digamma(tiles.a, tiles.b, tiles.c, n);
        fix(op, tiles.inputA, tiles.a, n);
    }

    /** {@code x (x + 1) .. (x + 7)}. */
    private static void product(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[i], a = v * (v + 7), b = a + 6, c = a + 10, d = a + 12; // (v + 1)(v + 6) and so on
            x[i] = a * b * c * d;
        }
    }

    /** {@code 1/x + 1/(x + 1) + .. + 1/(x + 7)}. */
    private static void reciprocals(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double v = x[i], a = v * (v + 7), b = a + 6, c = a + 10, d = a + 12, ab = a * b, cd = c * d;
            y[i] = (2 * v + 7) * fma(a + b, cd, (c + d) * ab) / (ab * cd);
        }
    }

    /** {@code z = x = x + 8}. */
    private static void up(double[] x, double[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] + 8;
            x[i] = z[i];
        }
    }

    private static void lgamma(double[] log, double[] logProduct, double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double r = 1 / z[i], w = r * r;
            double s = fma(-3617 / 122400.0, w, 1 / 156.0);
            s = fma(s, w, -691 / 360360.0);
            s = fma(s, w, 1 / 1188.0);
            s = fma(s, w, -1 / 1680.0);
            s = fma(s, w, 1 / 1260.0);
            s = fma(s, w, -1 / 360.0);
            s = fma(s, w, 1 / 12.0);
            log[i] = fma(z[i] - 0.5, log[i], -z[i]) + (fma(s, r, HALF_LOG_TAU) - logProduct[i]);
        }
    }

    private static void digamma(double[] log, double[] reciprocals, double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double r = 1 / z[i], w = r * r;
            double s = fma(-3617 / 8160.0, w, 1 / 12.0);
            s = fma(s, w, -691 / 32760.0);
            s = fma(s, w, 1 / 132.0);
            s = fma(s, w, -1 / 240.0);
            s = fma(s, w, 1 / 252.0);
            s = fma(s, w, -1 / 120.0);
            s = fma(s, w, 1 / 12.0);
            log[i] -= fma(s, w, fma(0.5, r, reciprocals[i]));
        }
    }

    private static void fix(Unary op, long[] input, double[] y, int n) {
        var f = op.real();
        for (int i = 0; i < n; i++) {
            double x = Double.longBitsToDouble(input[i]);
            if (!(x > LOW && x < HIGH) || Math.abs(Math.abs(x - 1.5) - 0.5) < NEAR) y[i] = f.applyAsDouble(x);
        }
    }
}
