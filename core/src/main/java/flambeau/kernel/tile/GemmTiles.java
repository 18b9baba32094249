package flambeau.kernel.tile;

import flambeau.kernel.runs.Floats;
import flambeau.kernel.runs.Matrix;
import java.util.Arrays;

/** The tiles of a matrix product: blocks of its factors and of its result, each row an array so that loops have one index. */
final class GemmTiles {
    /** The most rows and columns of y, and of the dimension that is summed over, in a block. */
    static final int ROWS = 128, COLUMNS = 256, DEPTH = 32;

    private static final ThreadLocal<GemmTiles> LOCAL = ThreadLocal.withInitial(GemmTiles::new);

    final float[][] a = new float[ROWS][DEPTH];
    final float[][] b = new float[DEPTH][COLUMNS];
    final float[][] y = new float[ROWS][COLUMNS];
    private final float[] flat = new float[ROWS * COLUMNS];

    private GemmTiles() {}

    static GemmTiles get() {
        return LOCAL.get();
    }

    /** Reads the first {@code rows} and {@code cols} of x. */
    void load(Matrix x, float[][] tile, int rows, int cols) {
        if (x.column() == 1 && cols > 8) for (int i = 0; i < rows; i++) Floats.load(x.at(i, 0), tile[i], 0, cols);
        else if (x.column() == 0) for (int i = 0; i < rows; i++) Arrays.fill(tile[i], 0, cols, Floats.get(x.at(i, 0)));
        else if (x.column() == 1) loadRows(x, tile, rows, cols);
        else if (x.row() == 1) loadColumns(x, tile, rows, cols);
        else for (int i = 0; i < rows; i++) for (int j = 0; j < cols; j++) tile[i][j] = Floats.get(x.at(i, j));
    }

    /** Reads short rows. */
    private void loadRows(Matrix x, float[][] tile, int rows, int cols) {
        if (x.row() == cols) Floats.load(x.address(), flat, 0, rows * cols);
        else for (int i = 0; i < rows; i++) Floats.load(x.at(i, 0), flat, i * cols, cols);
        for (int i = 0; i < rows; i++) for (int j = 0; j < cols; j++) tile[i][j] = flat[i * cols + j];
    }

    private void loadColumns(Matrix x, float[][] tile, int rows, int cols) {
        if (x.column() == rows) Floats.load(x.address(), flat, 0, rows * cols);
        else for (int j = 0; j < cols; j++) Floats.load(x.at(0, j), flat, j * rows, rows);
        for (int i = 0; i < rows; i++) pick(flat, i, rows, tile[i], cols);
    }

    private static void pick(float[] x, int from, int step, float[] y, int n) {
        for (int j = 0; j < n; j++) y[j] = x[from + j * step];
    }

    /** Writes a tile to the first {@code rows} and {@code cols} of x. */
    void store(float[][] tile, Matrix x, int rows, int cols) {
        if (x.column() == 1) for (int i = 0; i < rows; i++) Floats.store(tile[i], 0, x.at(i, 0), cols);
        else if (x.row() == 1) storeColumns(tile, x, rows, cols);
        else for (int i = 0; i < rows; i++) for (int j = 0; j < cols; j++) Floats.set(x.at(i, j), tile[i][j]);
    }

    private void storeColumns(float[][] tile, Matrix x, int rows, int cols) {
        for (int i = 0; i < rows; i++) put(tile[i], flat, i, rows, cols);
        if (x.column() == rows) Floats.store(flat, 0, x.address(), rows * cols);
        else for (int j = 0; j < cols; j++) Floats.store(flat, j * rows, x.at(0, j), rows);
    }

    private static void put(float[] x, float[] y, int to, int step, int n) {
        for (int j = 0; j < n; j++) y[to + j * step] = x[j];
    }
}
