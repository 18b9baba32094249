package flambeau.kernel;

import flambeau.array.Array;
import flambeau.array.Taps;
import flambeau.array.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kernels of layers and of optimisers. */
abstract sealed class LayerKernels extends ElementKernels permits MatrixKernels {
    LayerKernels() {}

    /** See {@link Conv#forward}. */
    public static void conv(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups) {
        for (var p : CPU.conv) if (p.forward(x, w, bias, y, window, groups)) break;
        alive(x, w, bias, y);
    }

    /** See {@link Conv#backwardData}. */
    public static void convBackwardData(Array dy, Array w, Array dx, Window window, int groups) {
        for (var p : CPU.conv) if (p.backwardData(dy, w, dx, window, groups)) break;
        alive(dy, w, dx);
    }

    /** See {@link Conv#backwardWeights}. */
    public static void convBackwardWeights(
            Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups) {
        for (var p : CPU.conv) if (p.backwardWeights(x, dy, dw, dbias, window, groups)) break;
        alive(x, dy, dw, dbias);
    }

    /** See {@link Pooling#max}. */
    public static void maxPool(Array x, Array y, @Nullable Array index, Window window) {
        for (var p : CPU.pooling) if (p.max(x, y, index, window)) break;
        alive(x, y, index);
    }

    /** See {@link Pooling#maxBackward}. */
    public static void maxPoolBackward(Array dy, Array index, Array dx, Window window) {
        for (var p : CPU.pooling) if (p.maxBackward(dy, index, dx, window)) break;
        alive(dy, index, dx);
    }

    /** See {@link Pooling#maxOver}. */
    public static void maxPoolOver(Array x, Array y, Array index, Spans[] spans) {
        for (var p : CPU.pooling) if (p.maxOver(x, y, index, spans)) break;
        alive(x, y, index);
    }

    /** See {@link Pooling#average}. */
    public static void averagePool(Array x, Array y, Spans[] spans) {
        for (var p : CPU.pooling) if (p.average(x, y, spans)) break;
        alive(x, y);
    }

    /** See {@link Pooling#averageBackward}. */
    public static void averagePoolBackward(Array dy, Array dx, Spans[] spans) {
        for (var p : CPU.pooling) if (p.averageBackward(dy, dx, spans)) break;
        alive(dy, dx);
    }

    /** See {@link Resampling#resample}. */
    public static void resample(Array x, int dim, Taps taps, Array y) {
        for (var p : CPU.resampling) if (p.resample(x, dim, taps, y)) break;
        alive(x, y);
    }

    /** See {@link Norm#moments}. */
    public static void moments(Array x, Array mean, Array variance) {
        for (var p : CPU.norm) if (p.moments(x, mean, variance)) break;
        alive(x, mean, variance);
    }

    /** See {@link Norm#normalize}. */
    public static void normalize(
            Array x, Array mean, Array variance, @Nullable Array w, @Nullable Array b, double eps, Array y) {
        for (var p : CPU.norm) if (p.normalize(x, mean, variance, w, b, eps, y)) break;
        alive(x, mean, variance, w);
        alive(b, y);
    }

    /** See {@link Norm#backward}. */
    public static void normBackward(
            Array dy,
            Array x,
            Array mean,
            Array variance,
            @Nullable Array w,
            double eps,
            Array dx,
            Array dw,
            Array db) {
        for (var p : CPU.norm) if (p.backward(dy, x, mean, variance, w, eps, dx, dw, db)) break;
        alive(dy, x, mean, variance);
        alive(w, dx, dw, db);
    }

    /** See {@link RowNorm#forward}. */
    public static void rowNorm(
            Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale) {
        for (var p : CPU.rowNorm) if (p.forward(x, w, b, eps, y, mean, scale)) break;
        alive(x, w, b, y);
        alive(mean, scale);
    }

    /** See {@link RowNorm#backward}. */
    public static void rowNormBackward(
            Array dy, Array x, Array mean, Array scale, @Nullable Array w, Array dx, Array dw, Array db) {
        for (var p : CPU.rowNorm) if (p.backward(dy, x, mean, scale, w, dx, dw, db)) break;
        alive(dy, x, mean, scale);
        alive(w, dx, dw, db);
    }

    /** See {@link Softmax#softmax}. */
    public static void softmax(boolean log, Array x, Array y) {
        for (var p : CPU.softmax) if (p.softmax(log, x, y)) break;
        alive(x, y);
    }

    /** See {@link Softmax#backward}. */
    public static void softmaxBackward(boolean log, Array dy, Array y, Array dx) {
        for (var p : CPU.softmax) if (p.backward(log, dy, y, dx)) break;
        alive(dy, y, dx);
    }

    /** See {@link Gates#lstm}. */
    public static void lstm(Array gates, Array hidden, Array before, Array c, Array h) {
        for (var p : CPU.gates) if (p.lstm(gates, hidden, before, c, h)) break;
        alive(gates, hidden, before);
        alive(c, h);
    }

    /** See {@link Gates#lstmBackward}. */
    public static void lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates) {
        for (var p : CPU.gates) if (p.lstmBackward(dh, gates, before, c, dc, dgates)) break;
        alive(dh, gates, before, c);
        alive(dc, dgates);
    }

    /** See {@link Gates#gru}. */
    public static void gru(Array gates, Array hidden, Array before, Array h) {
        for (var p : CPU.gates) if (p.gru(gates, hidden, before, h)) break;
        alive(gates, hidden, before, h);
    }

    /** See {@link Gates#gruBackward}. */
    public static void gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden) {
        for (var p : CPU.gates) if (p.gruBackward(dh, gates, hidden, before, dgates, dhidden)) break;
        alive(dh, gates, hidden, before);
        alive(dgates, dhidden);
    }

    /** See {@link Update#update}: the steps of all these parameters, in one hand-over to the team of threads. */
    public static void update(List<Update.Step> steps) {
        new Steps(CPU.update, steps.toArray(Update.Step[]::new)).run();
    }
}
