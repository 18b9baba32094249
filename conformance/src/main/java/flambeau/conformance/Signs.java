package flambeau.conformance;

import flambeau.args.Args;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** Factors of matrices that are unique but for the sign of their columns (or rows, where they are transposed). */
final class Signs {
    private final boolean mayDiffer;

    Signs(boolean mayDiffer) {
        this.mayDiffer = mayDiffer;
    }

    /** Fails unless {@code got} is {@code expected}; the gradient {@code dy} for it, its signs being those of {@code got}. */
    Object compare(String what, Tensor got, Tensor expected, @Nullable Tensor dy, Tolerance tolerance) {
        Object same = dy == null ? Given.None.NONE : dy;
        Compare.form(what, got, expected);
        var x = Compare.numbers(got);
        var y = Compare.numbers(expected);
        var fault = Compare.values(x, y, expected, tolerance);
        if (fault == null && Compare.sameBits(got, expected)) return same;
        if (fault == null) fault = "differs in the last digits of its int64 numbers";
        int rank = expected.dim();
        if (mayDiffer && rank >= 2) {
            int rows = expected.size(rank - 2), columns = expected.size(rank - 1);
            for (boolean byColumn : new boolean[] {true, false}) {
                var signs = signs(x, y, rows, columns, byColumn);
                var turned = x.clone();
                for (int i = 0; i < x.length; i++) turned[i] *= signs[i];
                if (Compare.values(turned, y, expected, tolerance) != null) continue;
                if (dy == null) return same;
                return dy.mul(
                        Tensors.tensor((Object) signs, Args.dtype(dy.dtype())).reshape(dy.shape()));
            }
        }
        throw new Failed(what + ": " + fault);
    }

    /** For each element the sign of its column or row, which the largest expected element tells. */
    private static double[] signs(double[] got, double[] expected, int rows, int columns, boolean byColumn) {
        var signs = new double[got.length];
        int lines = byColumn ? columns : rows, n = byColumn ? rows : columns, matrix = rows * columns;
        for (int at = 0; at < got.length; at += matrix)
            for (int line = 0; line < lines; line++) {
                int first = at + (byColumn ? line : line * columns), step = byColumn ? columns : 1, largest = first;
                for (int i = 0; i < n; i++)
                    if (Math.abs(expected[first + i * step]) > Math.abs(expected[largest])) largest = first + i * step;
                double sign = got[largest] * expected[largest] < 0 ? -1 : 1;
                for (int i = 0; i < n; i++) signs[first + i * step] = sign;
            }
        return signs;
    }
}
