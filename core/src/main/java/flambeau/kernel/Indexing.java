package flambeau.kernel;

import flambeau.array.Array;

/** Reading and writing where an index tensor says. Every method returns whether this provider has done it. */
public interface Indexing {
    /** {@code y[i, j, k] = x[i, index[i, j, k], k]} for {@code dim} 1; y in the shape of index (int64, validated). */
    boolean gather(Array x, int dim, Array index, Array y);

    /** {@code y[i, index[i, j, k], k] = x[i, j, k]} for {@code dim} 1, or {@code +=} where {@code add}. */
    boolean scatter(boolean add, Array x, int dim, Array index, Array y);
}
