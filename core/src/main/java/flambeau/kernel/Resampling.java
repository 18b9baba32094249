package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.Taps;

/** Sums of the elements of lines. Every method returns whether this provider has done it. */
public interface Resampling {
    /**
     * Each line of y along {@code dim} from that of x, as {@code taps} say.
     *
     * @param x contiguous
     * @param y x's shape but for {@code dim}; contiguous, not empty, of x's dtype, which is floating
     */
    boolean resample(Array x, int dim, Taps taps, Array y);
}
