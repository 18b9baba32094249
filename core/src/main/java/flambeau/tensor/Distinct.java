package flambeau.tensor;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.returnCounts;
import static flambeau.args.Args.returnInverse;
import static flambeau.args.Args.sorted;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.array.DType;
import flambeau.array.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Elements without repetitions. */
abstract sealed class Distinct extends Counts permits Sorting {
    Distinct() {}

    /**
     * Each element once, in order; NaN equals nothing.
     *
     * @param args sorted (true; false gives the same), returnInverse (false), returnCounts (false), dim (none): the places
     *     along that dimension are compared as wholes
     */
    @SafeVarargs
    public final Unique unique(Arg<? super SortingTakes.Unique>... args) {
        given(args, sorted(true));
        return distinct("unique", true, args);
    }

    /**
     * Each run of equal elements once.
     *
     * @param args returnInverse (false), returnCounts (false), dim (none): the places along that dimension are compared as wholes
     */
    @SafeVarargs
    public final Unique uniqueConsecutive(Arg<? super SortingTakes.UniqueConsecutive>... args) {
        return distinct("uniqueConsecutive", false, args);
    }

    private Unique distinct(String op, boolean sorts, Arg<?>[] args) {
        boolean inverse = given(args, returnInverse(false)).value(),
                counts = given(args, returnCounts(false)).value();
        var named = given(args, Dim.class);
        var x = self().unrecorded();
        if (named == null) {
            var flat = x.reshape(-1);
            return sorts
                    ? elements(flat, inverse, counts)
                    : runs(flat, flat, null, inverse ? x.shape() : null, counts, 0);
        }
        if (x.dim() == 0)
            throw new IndexOutOfBoundsException(op + ": a tensor without dimensions has none that could be named");
        int d = along(op, named), n = x.size(d);
        var rest = x.shape().without(d);
        Check.that(rest.count() > 0, "%s: %s has no elements along dimension %d to compare", op, x.shape(), d);
        var first = IntStream.range(0, x.dim()).map(i -> i == 0 ? d : i <= d ? i - 1 : i);
        var rows = x.permute(first.toArray()).reshape(n, (int) rest.count());
        long[] order = sorts ? order(rows) : null;
        var inOrder = order == null ? rows : rows.indexSelect(0, Tensors.tensor(order));
        return runs(x, inOrder, order, inverse ? Shape.of(n) : null, counts, d);
    }

    private Unique elements(Tensor flat, boolean inverse, boolean counts) {
        var inOrder = flat.sort(dim(0));
        return runs(
                flat, inOrder.values(), inOrder.indices().toLongArray(), inverse ? self().shape() : null, counts, 0);
    }

    /**
     * What is left of {@code x} along dimension d.
     *
     * @param inOrder its elements or rows, in which repetitions stand together
     * @param order where these stand in x; null: in the same place
     * @param inverse the shape in which the inverse is wanted, or null
     */
    private static Unique runs(
            Tensor x, Tensor inOrder, long @Nullable [] order, @Nullable Shape inverse, boolean counts, int d) {
        int n = inOrder.size(0);
        var fresh = new boolean[n];
        if (n > 0) {
            var differs = inOrder.narrow(0, 1, n - 1).ne(inOrder.narrow(0, 0, n - 1));
            if (differs.dim() > 1) differs = differs.any(1);
            byte[] bytes = differs.toByteArray();
            fresh[0] = true;
            for (int i = 1; i < n; i++) fresh[i] = bytes[i - 1] != 0;
        }
        var places = new long[n];
        var sizes = new long[n];
        var groups = new long[inverse == null ? 0 : n];
        int group = -1;
        for (int i = 0; i < n; i++) {
            int place = order == null ? i : (int) order[i];
            if (fresh[i]) places[++group] = place;
            sizes[group]++;
            if (inverse != null) groups[place] = group;
        }
        var kept = Tensors.tensor(Arrays.copyOf(places, group + 1));
        return new Unique(
                x.indexSelect(d, kept),
                inverse == null ? null : Tensors.tensor(groups).reshape(inverse),
                counts ? Tensors.tensor(Arrays.copyOf(sizes, group + 1)) : null);
    }

    /** The order of the rows of a matrix: by the first element, then by the second, and so on. */
    private static long[] order(Tensor rows) {
        int n = rows.size(0), m = rows.size(1);
        boolean floating = rows.dtype().isFloatingPoint();
        double[] reals = floating ? rows.to(DType.FLOAT64).toDoubleArray() : new double[0];
        long[] wholes = floating ? new long[0] : rows.to(DType.INT64).toLongArray();
        var order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            for (int j = 0; j < m; j++) {
                int i = a * m + j, k = b * m + j;
                int sign = !floating
                        ? Long.compare(wholes[i], wholes[k])
                        : reals[i] < reals[k]
                                ? -1
                                : reals[i] > reals[k]
                                        ? 1
                                        : Boolean.compare(Double.isNaN(reals[i]), Double.isNaN(reals[k]));
                if (sign != 0) return sign;
            }
            return 0;
        });
        return Arrays.stream(order).mapToLong(Integer::longValue).toArray();
    }
}
