package flambeau.kernel.reference;

import flambeau.array.Array;
import flambeau.kernel.Indexing;

/** Reading and writing by index: a loop over the index tensor. */
final class ReferenceIndexing implements Indexing {
    @Override
    public boolean gather(Array x, long step, Array index, Array y) {
        Elements lines = Elements.of(x, y.shape()), which = Elements.of(index, y.shape()), out = Elements.of(y);
        for (long i = 0; i < out.count; i++) {
            long place = lines.place(i) + which.getLong(i) * step;
            if (lines.isFloating()) out.setDouble(i, lines.doubleAt(place));
            else out.setLong(i, lines.longAt(place));
        }
        return true;
    }

    @Override
    public boolean scatter(Fold fold, Array x, Array index, long step, Array y) {
        var shape = index.shape();
        Elements in = Elements.of(x, shape), which = Elements.of(index), lines = Elements.of(y, shape);
        for (long i = 0; i < which.count; i++) {
            long place = lines.place(i) + which.getLong(i) * step;
            if (lines.isFloating()) lines.setDoubleAt(place, fold(fold, lines.doubleAt(place), in.getDouble(i)));
            else lines.setLongAt(place, fold(fold, lines.longAt(place), in.getLong(i)));
        }
        return true;
    }

    private static double fold(Fold fold, double a, double b) {
        return switch (fold) {
            case SET -> b;
            case ADD -> a + b;
            case MUL -> a * b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    private static long fold(Fold fold, long a, long b) {
        return switch (fold) {
            case SET -> b;
            case ADD -> a + b;
            case MUL -> a * b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    @Override
    public boolean range(Array x, Array y) {
        var in = Elements.of(x);
        long low = Long.MAX_VALUE, high = Long.MIN_VALUE;
        for (long i = 0; i < in.count; i++) {
            low = Math.min(low, in.getLong(i));
            high = Math.max(high, in.getLong(i));
        }
        var out = Elements.of(y);
        out.setLong(0, low);
        out.setLong(1, high);
        return true;
    }

    @Override
    public boolean count(Array mask, Array y) {
        var in = Elements.of(mask);
        long n = 0;
        for (long i = 0; i < in.count; i++) n += in.getLong(i);
        Elements.of(y).setLong(0, n);
        return true;
    }

    @Override
    public boolean places(Array mask, Array y) {
        Elements in = Elements.of(mask), out = Elements.of(y);
        long n = 0;
        for (long i = 0; i < in.count; i++) if (in.getLong(i) != 0) out.setLong(n++, i);
        return true;
    }
}
