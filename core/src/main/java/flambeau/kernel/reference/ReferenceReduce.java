package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.kernel.Reduce;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;

/** Reductions: for each element of y, a loop over the elements of x that it stands for. */
final class ReferenceReduce implements Reduce {
    @Override
    public boolean reduce(Op op, Array x, Array y) {
        IntPredicate reduced = d -> y.layout().stride(d) == 0;
        var out = Elements.of(y, only(y.layout(), reduced.negate(), y.layout().offset()));
        var kept = Elements.of(x, only(x.layout(), reduced.negate(), x.layout().offset()));
        var each = Elements.of(x, only(x.layout(), reduced, 0));
        if (kept.isFloating() && op != Op.ANY && op != Op.ALL) {
            var f = real(op);
            for (long i = 0; i < out.count; i++) {
                double sum = realIdentity(op);
                for (long j = 0; j < each.count; j++)
                    sum = f.applyAsDouble(sum, kept.doubleAt(kept.place(i) + each.place(j)));
                out.setDouble(i, sum);
            }
        } else {
            var f = whole(op);
            for (long i = 0; i < out.count; i++) {
                long sum = wholeIdentity(op);
                for (long j = 0; j < each.count; j++) {
                    long place = kept.place(i) + each.place(j);
                    boolean truth =
                            kept.isFloating() && kept.doubleAt(place) != 0; // 0.5 is true, though as a long it is 0
                    sum = f.applyAsLong(sum, kept.isFloating() ? (truth ? 1 : 0) : kept.longAt(place));
                }
                out.setLong(i, sum);
            }
        }
        return true;
    }

    /** The layout of those dimensions that {@code wanted} names. */
    private static Layout only(Layout layout, IntPredicate wanted, long offset) {
        int[] dims = IntStream.range(0, layout.shape().rank()).filter(wanted).toArray();
        var sizes = IntStream.of(dims).map(layout.shape()::get).toArray();
        var strides = IntStream.of(dims).mapToLong(layout::stride).toArray();
        return new Layout(Shape.of(sizes), strides, offset);
    }

    private static DoubleBinaryOperator real(Op op) {
        return switch (op) {
            case SUM, ANY, ALL -> Double::sum;
            case PROD -> (a, b) -> a * b;
            case MAX -> Math::max;
            case MIN -> Math::min;
        };
    }

    private static LongBinaryOperator whole(Op op) {
        return switch (op) {
            case SUM -> Long::sum;
            case PROD -> (a, b) -> a * b;
            case MAX -> Math::max;
            case MIN -> Math::min;
            case ANY -> (a, b) -> a != 0 || b != 0 ? 1 : 0;
            case ALL -> (a, b) -> a != 0 && b != 0 ? 1 : 0;
        };
    }

    private static double realIdentity(Op op) {
        return switch (op) {
            case SUM, ANY -> 0;
            case PROD, ALL -> 1;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }

    private static long wholeIdentity(Op op) {
        return switch (op) {
            case SUM, ANY -> 0;
            case PROD, ALL -> 1;
            case MAX -> Long.MIN_VALUE;
            case MIN -> Long.MAX_VALUE;
        };
    }

    @Override
    public boolean argReduce(Op op, Array x, Array index) {
        var in = Elements.of(x);
        var out = Elements.of(index);
        long length = x.shape().rank() == 0 ? 1 : x.shape().get(-1);
        for (long i = 0; i < out.count; i++) {
            long best = i * length;
            for (long j = i * length + 1; j < (i + 1) * length; j++) if (isBetter(op, in, j, best)) best = j;
            out.setLong(i, best - i * length);
        }
        return true;
    }

    /** Whether element j beats the best so far; NaN beats all, the first of them too. */
    private static boolean isBetter(Op op, Elements x, long j, long best) {
        if (!x.isFloating()) return op == Op.MAX ? x.getLong(j) > x.getLong(best) : x.getLong(j) < x.getLong(best);
        double a = x.getDouble(j), b = x.getDouble(best);
        if (Double.isNaN(b)) return false;
        return Double.isNaN(a) || (op == Op.MAX ? a > b : a < b);
    }
}
