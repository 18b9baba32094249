package flambeau.kernel.tile;

/** Tiles for the rows under some windows, for their sum, and for a line of windows. */
final class AveragePoolTiles {
    float[] rows = {};
    float[] line = {};
    float[] windows = {};

    AveragePoolTiles fit(int rows, int line, int windows) {
        if (this.rows.length < rows) this.rows = new float[rows];
        if (this.line.length < line) this.line = new float[line];
        if (this.windows.length < windows) this.windows = new float[windows];
        return this;
    }
}
