package flambeau.kernel.tile;

import flambeau.kernel.runs.FloatSoftmax;

/** Softmax, by the length of rows. */
final class TileSoftmax extends FloatSoftmax {
    @Override
    protected boolean takes(long rows, int m) {
        return true;
    }

    @Override
    protected void forward(boolean log, long x, long y, int rows, int m) {
        if (m > Tiles.SIZE) for (int r = 0; r < rows; r++) WideSoftmax.forward(log, x + 4L * r * m, y + 4L * r * m, m);
        else if (m > NarrowSoftmax.WIDEST) MiddleSoftmax.forward(log, x, y, rows, m);
        else if (m > 0) NarrowSoftmax.forward(log, x, y, rows, m);
    }

    @Override
    protected void backward(boolean log, long dy, long y, long dx, int rows, int m) {
        if (m > Tiles.SIZE)
            for (int r = 0; r < rows; r++)
                WideSoftmax.backward(log, dy + 4L * r * m, y + 4L * r * m, dx + 4L * r * m, m);
        else if (m > NarrowSoftmax.WIDEST) MiddleSoftmax.backward(log, dy, y, dx, rows, m);
        else if (m > 0) NarrowSoftmax.backward(log, dy, y, dx, rows, m);
    }
}
