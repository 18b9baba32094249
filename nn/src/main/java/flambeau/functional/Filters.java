package flambeau.functional;

import flambeau.args.InterpolateMode;
import flambeau.array.Taps;
import java.util.function.DoubleUnaryOperator;

/**
 * Which elements of an axis make up each element of a longer or shorter one.
 *
 * @param n the size of the axis
 * @param m its new size
 * @param step how far new elements lie apart, in elements of the axis
 * @param corners whether the outermost elements lie at the same places
 * @param wide whether places are computed in float64, and not as PyTorch does in float32
 */
record Filters(int n, int m, double step, boolean corners, boolean wide) {
    /** The step of a given factor, or of the sizes if that is 0. */
    static Filters of(int n, int m, double factor, boolean corners, boolean wide) {
        double step =
                corners ? m > 1 ? rounded(n - 1, wide) / (m - 1) : 0 : factor > 0 ? 1 / factor : rounded(n, wide) / m;
        return new Filters(n, m, rounded(step, wide), corners, wide);
    }

    private static double rounded(double x, boolean wide) {
        return wide ? x : (float) x;
    }

    private double rounded(double x) {
        return rounded(x, wide);
    }

    Taps taps(InterpolateMode mode, boolean antialias) {
        if (antialias)
            return switch (mode) {
                case BICUBIC -> covering(2, Filters::smooth);
                case LANCZOS -> covering(3, Filters::lanczos);
                default -> covering(1, t -> 1 - Math.min(Math.abs(t), 1));
            };
        return switch (mode) {
            case NEAREST -> each(o -> rounded(step * o), 0, _ -> new double[] {1});
            case NEAREST_EXACT -> each(o -> rounded(step * rounded(o + 0.5)), 0, _ -> new double[] {1});
            case LINEAR, BILINEAR, TRILINEAR ->
                each(o -> Math.max(place(o), 0), 0, t -> new double[] {rounded(1 - t), t});
            case BICUBIC -> each(this::place, -1, this::cubic);
            default -> means();
        };
    }

    /** Where new element {@code o} lies. */
    private double place(double o) {
        return corners ? rounded(step * o) : rounded(rounded(step * rounded(o + 0.5)) - 0.5);
    }

    private interface Weights {
        double[] of(double fraction);
    }

    /** As many weights for each new element, the first for the element at its place rounded down and moved by {@code begin}. */
    private Taps each(DoubleUnaryOperator places, int begin, Weights weights) {
        int taps = weights.of(0).length;
        var first = new int[m + 1];
        var place = new int[m * taps];
        var weight = new double[m * taps];
        for (int o = 0; o < m; o++) {
            double at = places.applyAsDouble(o);
            int below = Math.min((int) Math.floor((float) at), n - 1);
            var w = weights.of(Math.clamp(rounded(at - below), 0, 1));
            first[o + 1] = (o + 1) * taps;
            for (int k = 0; k < taps; k++) {
                place[o * taps + k] = Math.clamp(below + begin + k, 0, n - 1);
                weight[o * taps + k] = w[k];
            }
        }
        return new Taps(n, first, place, weight);
    }

    /** The weights of two elements on each side. Source: Keys, Cubic convolution interpolation, with a = -0.75. */
    private double[] cubic(double t) {
        return new double[] {outer(t + 1), inner(t), inner(1 - t), outer(2 - t)};
    }

    private static double inner(double x) {
        return (1.25 * x - 2.25) * x * x + 1;
    }

    private static double outer(double x) {
        return ((-0.75 * x + 3.75) * x - 6) * x + 3;
    }

    /** The same curve with a = -0.5. */
    private static double smooth(double t) {
        double x = Math.abs(t);
        if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static double lanczos(double t) {
        return Math.abs(t) < 3 ? sinc(t) * sinc(t / 3) : 0;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** A filter that reaches {@code reach} elements, of the larger of both axes, to each side. */
    private Taps covering(double reach, DoubleUnaryOperator filter) {
        double size = Math.max(step, 1), support = reach * size;
        var first = new int[m + 1];
        var found = new Lists();
        for (int o = 0; o < m; o++) {
            double middle = step * (o + 0.5);
            int low = Math.max((int) (middle - support + 0.5), 0), high = Math.min((int) (middle + support + 0.5), n);
            double sum = 0;
            for (int i = low; i < high; i++) sum += filter.applyAsDouble((i - middle + 0.5) / size);
            for (int i = low; i < high; i++) found.add(i, filter.applyAsDouble((i - middle + 0.5) / size) / sum);
            first[o + 1] = found.count;
        }
        return found.taps(n, first);
    }

    /** The mean of all elements that lie in a new one, in part or wholly. */
    private Taps means() {
        var first = new int[m + 1];
        var found = new Lists();
        for (long o = 0; o < m; o++) {
            int low = (int) (o * n / m), high = (int) ((o * n + n + m - 1) / m);
            for (int i = low; i < high; i++) found.add(i, 1.0 / (high - low));
            first[(int) o + 1] = found.count;
        }
        return found.taps(n, first);
    }

    private static final class Lists {
        private int[] place = new int[16];
        private double[] weight = new double[16];
        int count;

        void add(int i, double w) {
            if (count == place.length) {
                place = java.util.Arrays.copyOf(place, 2 * count);
                weight = java.util.Arrays.copyOf(weight, 2 * count);
            }
            place[count] = i;
            weight[count++] = w;
        }

        Taps taps(int n, int[] first) {
            return new Taps(n, first, java.util.Arrays.copyOf(place, count), java.util.Arrays.copyOf(weight, count));
        }
    }
}
