package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Scan;

/** Running folds: for each line a loop over its elements. */
final class ReferenceScan implements Scan {
    /** What is done with the elements of a line, by their numbers, in order. */
    private interface Body {
        void run(long[] line);
    }

    private static void lines(boolean reverse, Array x, int dim, Body body) {
        int n = x.shape().get(dim);
        long inner = 1;
        for (int d = dim + 1; d < x.shape().rank(); d++) inner *= x.shape().get(d);
        var line = new long[n];
        for (long i = 0; n > 0 && i < x.count() / n; i++) {
            long first = i / inner * inner * n + i % inner;
            for (int j = 0; j < n; j++) line[j] = first + inner * (reverse ? n - 1 - j : j);
            body.run(line);
        }
    }

    @Override
    public boolean scan(Op op, boolean reverse, Array x, int dim, Array y) {
        Elements in = Elements.of(x), out = Elements.of(y);
        lines(reverse, x, dim, line -> {
            double real = op == Op.LOGSUMEXP ? Double.NEGATIVE_INFINITY : op == Op.PROD ? 1 : 0;
            long whole = op == Op.PROD ? 1 : 0;
            for (long i : line) {
                if (in.isFloating()) out.setDouble(i, real = combine(op, real, in.getDouble(i)));
                else out.setLong(i, whole = op == Op.PROD ? whole * in.getLong(i) : whole + in.getLong(i));
            }
        });
        return true;
    }

    private static double combine(Op op, double a, double b) {
        return switch (op) {
            case SUM -> a + b;
            case PROD -> a * b;
            case LOGSUMEXP -> Scan.logAddExp(a, b);
        };
    }

    @Override
    public boolean extremes(boolean largest, Array x, int dim, Array y, Array index) {
        Elements in = Elements.of(x), out = Elements.of(y), places = Elements.of(index);
        lines(false, x, dim, line -> {
            int best = 0;
            for (int j = 0; j < line.length; j++) {
                if (isBetter(largest, in, line[j], line[best])) best = j;
                out.set(line[j], in, line[best]);
                places.setLong(line[j], best);
            }
        });
        return true;
    }

    private static boolean isBetter(boolean largest, Elements x, long i, long best) {
        if (!x.isFloating()) return largest ? x.getLong(i) >= x.getLong(best) : x.getLong(i) <= x.getLong(best);
        double a = x.getDouble(i), b = x.getDouble(best);
        return Double.isNaN(a) || (largest ? a >= b : a <= b);
    }

    @Override
    public boolean recurrence(boolean reverse, Array a, Array b, int dim, Array y) {
        Elements term = Elements.of(a), factor = Elements.of(b), out = Elements.of(y);
        lines(reverse, a, dim, line -> {
            double last = 0;
            boolean first = true; // where the factor does not count, be it infinite
            for (long i : line) {
                out.setDouble(i, last = first ? term.getDouble(i) : term.getDouble(i) + factor.getDouble(i) * last);
                first = false;
            }
        });
        return true;
    }
}
