package flambeau.tensor;

import static flambeau.args.Args.dim;

import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Element;
import flambeau.array.Layout;
import flambeau.array.Shape;
import java.util.stream.IntStream;

/** Draws by the probabilities in a tensor, with PyTorch's recipes. */
final class Sampling {
    private Sampling() {}

    /** The layout of {@code x} with its dimensions in the order of memory. */
    static Layout inMemoryOrder(Tensor x) {
        var layout = x.raw().layout();
        return layout.permute(layout.memoryOrder());
    }

    /** A layout whose dimensions are in the memory order of {@code x}, with them in the order of x. */
    static Layout inOrderOf(Tensor x, Layout layout) {
        var order = x.raw().layout().memoryOrder();
        var inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) inverse[order[i]] = i;
        return layout.permute(inverse);
    }

    /** The elements of {@code p}, contiguous in the memory order of {@code x}. */
    static Array inOrder(Tensor x, Tensor p) {
        return p.permute(x.raw().layout().memoryOrder()).contiguous().array();
    }

    static Tensor multinomial(Tensor weights, int n, boolean replacement, Generator g) {
        check(weights, n, replacement);
        var rows = weights.detach();
        int categories = weights.size(-1);
        int count = weights.dim() == 1 ? 1 : weights.size(0);
        boolean wide = weights.dtype() == DType.FLOAT64;
        double[] w = rows.toDoubleArray();
        var places = new long[count * n];
        if (replacement && n > 1) {
            for (int row = 0; row < count; row++)
                withReplacement(w, row * categories, categories, wide, g, places, row * n, n);
        } else {
            withoutReplacement(w, count, categories, weights.dtype(), g, places, n);
        }
        return Tensors.tensor(places).view(weights.dim() == 1 ? Shape.of(n) : Shape.of(count, n));
    }

    private static void check(Tensor weights, int n, boolean replacement) {
        Draw.checkFloating("multinomial", weights.dtype());
        Check.that(
                weights.dim() == 1 || weights.dim() == 2,
                "multinomial: takes 1 or 2 dimensions, got %s",
                weights.shape());
        Check.that(n > 0, "multinomial: takes at least 1 sample, got %d", n);
        Check.that(
                replacement || n <= weights.size(-1),
                "multinomial: %d samples cannot be drawn from %d categories without replacement",
                n,
                weights.size(-1));
        var w = weights.detach();
        boolean valid = w.ge(0).logicalAnd(w.isfinite()).all().isTrue()
                && w.sum(dim(-1)).gt(0).all().isTrue();
        Check.that(valid, "multinomial: weights must be finite, not negative, and not all 0 in a row");
    }

    private static void withReplacement(
            double[] w, int at, int categories, boolean wide, Generator g, long[] places, int to, int n) {
        var cumulative = new double[categories];
        double sum = 0;
        for (int i = 0; i < categories; i++) cumulative[i] = sum = rounded(wide, sum + w[at + i]);
        for (int i = 0; i < categories; i++) cumulative[i] = rounded(wide, cumulative[i] / sum);
        cumulative[categories - 1] = 1;
        for (int i = 0; i < n; i++) {
            double u = g.uniform64();
            int place = 0;
            while (cumulative[place] < u) place++;
            places[to + i] = place;
        }
    }

    /** The largest of weights divided by exponential numbers. */
    private static void withoutReplacement(
            double[] w, int rows, int categories, DType dtype, Generator g, long[] places, int n) {
        var keys = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double exponential = Element.rounded(dtype, -Math.log1p(-g.uniform64()));
            keys[i] = Element.rounded(dtype, w[i] / exponential);
        }
        for (int row = 0; row < rows; row++) {
            int first = row * categories;
            var order = IntStream.range(0, categories)
                    .boxed()
                    .sorted((a, b) -> Double.compare(keys[first + b], keys[first + a]))
                    .toList();
            for (int i = 0; i < n; i++) places[row * n + i] = order.get(i);
        }
    }

    private static double rounded(boolean wide, double value) {
        return wide ? value : (float) value;
    }

    static Tensor poisson(Tensor rates, Generator g) {
        Draw.checkFloating("poisson", rates.dtype());
        var x = rates.detach();
        Check.that(
                x.count() == 0 || x.ge(0).logicalAnd(x.isfinite()).all().isTrue(),
                "poisson: a rate must be finite and not negative");
        double[] lambda = x.toDoubleArray();
        var y = new double[lambda.length];
        for (int i = 0; i < y.length; i++) y[i] = lambda[i] < 10 ? few(lambda[i], g) : rejected(lambda[i], g);
        return Tensors.tensor(y, flambeau.args.Args.dtype(rates.dtype())).view(rates.shape());
    }

    /** Uniforms are multiplied until their product falls below {@code e^-lambda}. */
    private static long few(double lambda, Generator g) {
        if (lambda == 0) return 0;
        double limit = Math.exp(-lambda), product = 1;
        for (long n = 0; ; n++) {
            product *= g.uniform64();
            if (product <= limit) return n;
        }
    }

    /** The transformed rejection method. Source: Hörmann, The transformed rejection method for Poisson variables, 1993. */
    private static long rejected(double lambda, Generator g) {
        double b = 0.931 + 2.53 * Math.sqrt(lambda), a = -0.059 + 0.02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4), inside = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = g.uniform64() - 0.5, v = g.uniform64(), us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + lambda + 0.43);
            if (us >= 0.07 && v <= inside) return (long) k;
            if (k < 0 || us < 0.013 && v > us) continue;
            double accepted = Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b);
            if (accepted <= -lambda + k * Math.log(lambda) - logFactorial(k)) return (long) k;
        }
    }

    /** {@code log(k!)}: the sum, or Stirling's series where that is exact to 1e-16. */
    private static double logFactorial(double k) {
        if (k < 32) {
            double sum = 0;
            for (int i = 2; i <= k; i++) sum += Math.log(i);
            return sum;
        }
        double x = k + 1, r = 1 / (x * x);
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1.0 / 12 - (1.0 / 360 - r / 1260) * r) / x;
    }
}
