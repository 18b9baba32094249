package flambeau.tensor;

import static flambeau.args.Args.bins;
import static flambeau.args.Args.given;
import static flambeau.args.Args.minlength;
import static flambeau.args.Args.outInt32;
import static flambeau.args.Args.right;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.Side;
import flambeau.args.Sorter;
import flambeau.args.Weights;
import flambeau.array.Array;
import flambeau.array.DType;
import flambeau.array.Shape;
import flambeau.kernel.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts, and places in sorted sequences; results have no gradient. */
abstract sealed class Counts extends Selecting permits Distinct {
    Counts() {}

    /**
     * How often each number occurs in a vector of integers that are not negative, from 0 to the largest.
     *
     * @param args weights (1), which are added up instead; minlength (0) of the result
     */
    @SafeVarargs
    public final Tensor bincount(Arg<? super SortingTakes.Bincount>... args) {
        var given = given(args, Weights.class);
        var weights = given == null ? null : (Tensor) given.value();
        int least = given(args, minlength(0)).value();
        Check.that(least >= 0, "bincount: minlength must not be negative, got %d", least);
        Check.that(
                self().dim() == 1 && self().dtype().category() == DType.Category.INTEGER,
                "bincount: takes a vector of integers, got %s",
                self().describe());
        if (self().count() == 0) return Tensors.filled(Shape.of(least), 0, DType.INT64);
        var x = self().unrecorded();
        long low = x.min().item().longValue(), high = x.max().item().longValue();
        Check.that(low >= 0, "bincount: an element must not be negative, got %d", low);
        Check.that(
                weights == null || weights.shape().equals(self().shape()),
                "bincount: weights must have the shape %s, got %s",
                self().shape(),
                weights == null ? self().shape() : weights.shape());
        int n = Math.max(least, Math.toIntExact(high + 1));
        if (weights != null && weights.dtype() != DType.FLOAT32)
            weights = weights.unrecorded().to(DType.FLOAT64);
        var y = Tensors.filled(Shape.of(n), 0, weights == null ? DType.INT64 : weights.dtype());
        Kernels.bincount(x.array(), weights == null ? null : weights.array(), y.raw());
        return y;
    }

    /**
     * How many elements fall into bins of equal width; those outside are not counted.
     *
     * @param args bins (100), min (0), max (0); if both are equal, they are the extremes of the elements
     */
    @SafeVarargs
    public final Tensor histc(Arg<? super SortingTakes.Histc>... args) {
        Draw.checkFloating("histc", self().dtype());
        int n = given(args, bins(100)).value();
        Check.that(n > 0, "histc: bins must be positive, got %d", n);
        double low = given(args, Args.min(0)).value().doubleValue(),
                high = given(args, Args.max(0)).value().doubleValue();
        var y = Tensors.filled(Shape.of(n), 0, self().dtype());
        var x = self().unrecorded();
        if (low == high && x.count() > 0) {
            low = x.min().item().doubleValue();
            high = x.max().item().doubleValue();
        }
        if (low == high) {
            low -= 1;
            high += 1;
        }
        Check.that(
                Double.isFinite(low) && Double.isFinite(high), "histc: the range [%s, %s] must be finite", low, high);
        Check.that(low < high, "histc: max (%s) must be larger than min (%s)", high, low);
        if (x.count() > 0) Kernels.histogram(x.array(), low, high, y.raw());
        return y;
    }

    /**
     * Where each value would be inserted into this sorted sequence, so that it stays in order.
     *
     * @param input the values: of any shape if this has one dimension, else in this shape but for the last dimension
     * @param args outInt32 (false), right (false): behind equal elements, side (LEFT), sorter (none): int64 places that sort this
     */
    @SafeVarargs
    public final Tensor searchsorted(Tensor input, Arg<? super SortingTakes.Search>... args) {
        var given = given(args, Sorter.class);
        return search(
                "searchsorted",
                self(),
                input,
                Promotion.of(self(), input),
                given == null ? null : (Tensor) given.value(),
                args);
    }

    /**
     * Where a value would be inserted into this sorted vector, so that it stays in order.
     *
     * @param args outInt32 (false), right (false): behind equal elements, side (LEFT), sorter (none): int64 places that sort this
     */
    @SafeVarargs
    public final Tensor searchsorted(Number input, Arg<? super SortingTakes.Search>... args) {
        Check.that(
                self().dim() == 1,
                "searchsorted: a number can only be looked for in one dimension, got %s",
                self().shape());
        var given = given(args, Sorter.class);
        var dtype = Promotion.of(self(), input);
        return search(
                "searchsorted",
                self(),
                new Tensor(Compute.scalar(input, dtype)),
                dtype,
                given == null ? null : (Tensor) given.value(),
                args);
    }

    /**
     * The number of the interval between sorted boundaries into which each element falls.
     *
     * @param boundaries one dimension, in order
     * @param args outInt32 (false), right (false): whether an element that equals a boundary is above it
     */
    @SafeVarargs
    public final Tensor bucketize(Tensor boundaries, Arg<? super SortingTakes.Bucketize>... args) {
        Check.that(boundaries.dim() == 1, "bucketize: boundaries must have one dimension, got %s", boundaries.shape());
        return search("bucketize", boundaries, self(), Promotion.of(boundaries, self()), null, args);
    }

    private static Tensor search(
            String op, Tensor sequence, Tensor values, DType dtype, @Nullable Tensor sorter, Arg<?>[] args) {
        checkSearch(op, sequence, values);
        if (sorter != null) checkSorter(op, sequence, sorter);
        var side = given(args, Side.class);
        boolean right = given(args, right(false)).value();
        Check.that(side != Side.LEFT || !right, "%s: side LEFT contradicts right", op);
        var y = Array.empty(values.shape(), given(args, outInt32(false)).value() ? DType.INT32 : DType.INT64);
        if (y.count() > 0)
            Kernels.search(
                    sequence.plain(dtype).array(),
                    sorter == null ? null : sorter.array(),
                    values.plain(dtype).array(),
                    right || side == Side.RIGHT,
                    y);
        return new Tensor(y);
    }

    private static void checkSearch(String op, Tensor sequence, Tensor values) {
        Check.that(sequence.dim() > 0, "%s: the sequence must have a dimension", op);
        Check.that(sequence.dtype() != DType.BOOL && values.dtype() != DType.BOOL, "%s: takes no bool tensor", op);
        int[] a = sequence.shape().sizes(), b = values.shape().sizes();
        int n = a.length - 1;
        Check.that(
                n == 0 || b.length == a.length && Arrays.equals(a, 0, n, b, 0, n),
                "%s: %s and %s must agree but for the last dimension",
                op,
                sequence.shape(),
                values.shape());
    }

    private static void checkSorter(String op, Tensor sequence, Tensor sorter) {
        Check.that(
                sorter.shape().equals(sequence.shape()),
                "%s: the sorter %s must have the shape %s",
                op,
                sorter.shape(),
                sequence.shape());
        Check.that(sorter.dtype() == DType.INT64, "%s: the sorter must be int64, got %s", op, sorter.dtype());
        Places.check(op, sorter, sequence.size(-1), sequence.dim() - 1);
    }
}
