package flambeau.kernel.tile;

import flambeau.kernel.Binary;
import flambeau.kernel.Unary;
import flambeau.kernel.runs.Fma;
import java.util.EnumSet;
import java.util.Set;

/** Functions of float that are computed in double, and rounded once. */
final class Wide {
    private static final Set<Unary> BESSEL = EnumSet.of(Unary.I0, Unary.I0E, Unary.I1, Unary.I1E);

    private Wide() {}

    /** {@code a = op(a)}. */
    static void run(Unary op, Tiles tiles, int n) {
        var wide = tiles.wide;
        for (int at = 0; at < n; at += DoubleTiles.SIZE) {
            int m = Math.min(DoubleTiles.SIZE, n - at);
            widen(tiles.a, at, wide.a, m);
            if (Fma.FUSED && (op == Unary.LGAMMA || op == Unary.DIGAMMA)) FloatGammas.run(op, wide, m);
            else if (BESSEL.contains(op)) single(op, wide.a, m);
            else DoubleFunctions.run(op, wide, m);
            narrow(wide.a, tiles.a, at, m);
        }
    }

    /** {@code c = op(a, b)}. */
    static void run(Binary op, Tiles tiles, int n) {
        var wide = tiles.wide;
        for (int at = 0; at < n; at += DoubleTiles.SIZE) {
            int m = Math.min(DoubleTiles.SIZE, n - at);
            widen(tiles.a, at, wide.a, m);
            widen(tiles.b, at, wide.b, m);
            FloatPairs.run(op, wide, m);
            narrow(wide.c, tiles.c, at, m);
        }
    }

    private static void single(Unary op, double[] a, int n) {
        var f = op.single();
        for (int i = 0; i < n; i++) a[i] = f.applyAsDouble(a[i]);
    }

    private static void widen(float[] x, int at, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[at + i];
    }

    private static void narrow(double[] x, float[] y, int at, int n) {
        for (int i = 0; i < n; i++) y[at + i] = (float) x[i];
    }
}
