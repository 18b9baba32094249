package flambeau.kernel.runs;

import flambeau.array.Array;
import flambeau.array.Layout;

/** Whether operands lie in memory so that a loop over addresses meets matching elements: what most calls have. */
public final class Flat {
    private Flat() {}

    /**
     * How a run over the elements of {@code y} steps in {@code x}: 1, 0 where x is one element, repeated or not, -1 where it is not so
     * simple.
     */
    public static int step(Array x, Array y) {
        if (isSame(x, y)) return 1;
        return isOne(x.layout()) && y.layout().isDense() ? 0 : -1;
    }

    private static boolean isOne(Layout x) {
        if (x.shape().count() == 0) return false;
        for (int d = 0; d < x.shape().rank(); d++)
            if (x.stride(d) != 0 && x.shape().get(d) != 1) return false;
        return true;
    }

    /** Whether both have their elements in the same order without gaps. */
    public static boolean isSame(Array x, Array y) {
        Layout a = x.layout(), b = y.layout();
        if (a.isContiguous() && b.isContiguous()) return x.count() == y.count();
        return x.count() == y.count() && isSame(a, b) && b.isDense();
    }

    /** Whether all have the type of the first, and their elements in its order without gaps. */
    public static boolean areAlike(Array... all) {
        var first = all[0];
        for (var x : all) if (x.dtype() != first.dtype() || !isSame(x, first)) return false;
        return true;
    }

    private static boolean isSame(Layout a, Layout b) {
        if (!a.shape().equals(b.shape())) return false;
        for (int d = 0; d < a.shape().rank(); d++)
            if (a.stride(d) != b.stride(d) && a.shape().get(d) != 1) return false;
        return true;
    }
}
