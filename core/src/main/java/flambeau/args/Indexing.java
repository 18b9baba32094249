package flambeau.args;

/** The keyword {@code indexing}: which dimension of a mesh the first tensor counts along. */
public enum Indexing implements Arg<Indexing.Taker> {
    /** The first: rows, as a matrix is indexed. */
    IJ,
    /** The second: columns, as x is drawn. */
    XY;

    /** Takes this keyword. */
    public interface Taker {}

    /** PyTorch's word, as {@code ij}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
