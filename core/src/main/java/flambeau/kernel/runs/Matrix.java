package flambeau.kernel.runs;

/**
 * A matrix of float32 in memory.
 *
 * @param address its first element
 * @param row the distance of rows in elements
 * @param column the distance of columns in elements
 */
public record Matrix(long address, long row, long column) {
    /** The address of an element. */
    public long at(long i, long j) {
        return address + 4 * (i * row + j * column);
    }

    /** The matrix from element [i, j] on. */
    public Matrix from(long i, long j) {
        return new Matrix(at(i, j), row, column);
    }

    /** Rows as columns. */
    public Matrix transposed() {
        return new Matrix(address, column, row);
    }
}
