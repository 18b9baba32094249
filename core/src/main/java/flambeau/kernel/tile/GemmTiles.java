package flambeau.kernel.tile;

import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Matrix;
import java.util.Arrays;

/** The tiles of a matrix product: blocks of its factors and of its result. */
final class GemmTiles {
    /** The most rows and columns of y, and of the dimension that is summed over, in a block. */
    static final int ROWS = 128, COLUMNS = 256, DEPTH = 32;

    private static final ThreadLocal<GemmTiles> LOCAL = ThreadLocal.withInitial(GemmTiles::new);

    final float[] a = new float[ROWS * DEPTH];
    final float[] b = new float[DEPTH * COLUMNS];
    final float[] y = new float[ROWS * COLUMNS];
    private final float[] columns = new float[ROWS * COLUMNS];

    private GemmTiles() {}

    static GemmTiles get() {
        return LOCAL.get();
    }

    /** Reads the first {@code rows} and {@code cols} of x, to a tile without gaps. */
    void load(Matrix x, float[] tile, int rows, int cols) {
        if (x.column() == 1 && x.row() == cols) Floats.load(x.address(), tile, 0, rows * cols);
        else if (x.column() == 1) for (int i = 0; i < rows; i++) Floats.load(x.at(i, 0), tile, i * cols, cols);
        else if (x.row() == 1) loadColumns(x, tile, rows, cols);
        else if (x.column() == 0) for (int i = 0; i < rows; i++) Arrays.fill(tile, i * cols, i * cols + cols, Floats.get(x.at(i, 0)));
        else for (int i = 0; i < rows; i++) for (int j = 0; j < cols; j++) tile[i * cols + j] = Floats.get(x.at(i, j));
    }

    private void loadColumns(Matrix x, float[] tile, int rows, int cols) {
        if (x.column() == rows) Floats.load(x.address(), columns, 0, rows * cols);
        else for (int j = 0; j < cols; j++) Floats.load(x.at(0, j), columns, j * rows, rows);
        transpose(columns, tile, cols, rows);
    }

    /** Writes a tile to the first {@code rows} and {@code cols} of x. */
    void store(float[] tile, Matrix x, int rows, int cols) {
        if (x.column() == 1 && x.row() == cols) Floats.store(tile, 0, x.address(), rows * cols);
        else if (x.column() == 1) for (int i = 0; i < rows; i++) Floats.store(tile, i * cols, x.at(i, 0), cols);
        else storeColumns(tile, x, rows, cols);
    }

    private void storeColumns(float[] tile, Matrix x, int rows, int cols) {
        transpose(tile, columns, rows, cols);
        if (x.row() == 1 && x.column() == rows) Floats.store(columns, 0, x.address(), rows * cols);
        else if (x.row() == 1) for (int j = 0; j < cols; j++) Floats.store(columns, j * rows, x.at(0, j), rows);
        else for (int j = 0; j < cols; j++) for (int i = 0; i < rows; i++) Floats.set(x.at(i, j), columns[j * rows + i]);
    }

    /** y [m, n] from x [n, m]; the longer loop is inside. */
    private static void transpose(float[] x, float[] y, int n, int m) {
        if (n < m) for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) y[j * n + i] = x[i * m + j];
        else for (int j = 0; j < m; j++) for (int i = 0; i < n; i++) y[j * n + i] = x[i * m + j];
    }
}
