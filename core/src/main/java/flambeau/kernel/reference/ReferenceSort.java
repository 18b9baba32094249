package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Sort;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Order: for each line its places, sorted by what stands there. */
final class ReferenceSort implements Sort {
    /** The numbers of the elements of one line of an array. */
    private record Line(long first, long step) {
        static Line of(Array x, int dim, long i) {
            long inner = 1;
            for (int d = dim + 1; d < x.shape().rank(); d++) inner *= x.shape().get(d);
            return new Line(i / inner * inner * x.shape().get(dim) + i % inner, inner);
        }

        long at(long j) {
            return first + j * step;
        }
    }

    /** The places of line i of x in order. */
    private static int[] order(boolean descending, Elements in, Line line, int n) {
        Comparator<Integer> up = (a, b) -> compare(in, line.at(a), line.at(b));
        return IntStream.range(0, n)
                .boxed()
                .sorted(descending ? up.reversed() : up)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int compare(Elements x, long i, long j) {
        if (!x.isFloating()) return Long.compare(x.getLong(i), x.getLong(j));
        double a = x.getDouble(i), b = x.getDouble(j);
        return a == b ? 0 : Double.compare(a, b); // and NaN equals NaN
    }

    @Override
    public boolean sort(boolean descending, Array x, int dim, Array values, Array index) {
        Elements in = Elements.of(x), out = Elements.of(values), places = Elements.of(index);
        int n = x.shape().get(dim), k = values.shape().get(dim);
        for (long i = 0; k > 0 && i < values.count() / k; i++) {
            Line from = Line.of(x, dim, i), to = Line.of(values, dim, i);
            int[] order = order(descending, in, from, n);
            for (int j = 0; j < k; j++) {
                out.set(to.at(j), in, from.at(order[j]));
                places.setLong(to.at(j), order[j]);
            }
        }
        return true;
    }

    @Override
    public boolean top(boolean descending, Array x, int dim, Array values, Array index) {
        return sort(descending, x, dim, values, index);
    }

    @Override
    public boolean rank(Rank which, long k, Array x, int dim, Array index) {
        Elements in = Elements.of(x), places = Elements.of(index);
        int n = x.shape().get(dim);
        for (long i = 0; i < index.count(); i++) {
            var line = Line.of(x, dim, i);
            int[] order = order(false, in, line, n);
            int numbers = (int) Arrays.stream(order)
                    .filter(j -> !Double.isNaN(in.getDouble(line.at(j))))
                    .count();
            long place = switch (which) {
                case KTH -> k;
                case MEDIAN -> numbers < n ? numbers : (n - 1) / 2;
                case NANMEDIAN -> Math.max(numbers - 1, 0) / 2;
            };
            places.setLong(i, order[(int) place]);
        }
        return true;
    }
}
