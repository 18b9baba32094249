package flambeau.kernel;

import static java.lang.ref.Reference.reachabilityFence;

import flambeau.array.Array;
import flambeau.array.Taps;
import flambeau.array.Window;
import org.jspecify.annotations.Nullable;

/**
 * One static method a kernel: asks the providers in turn until one has done it, and keeps the storages reachable meanwhile
 * (a provider works with their addresses, which the collector does not see).
 */
public final class Kernels {
    private static final Providers CPU = Providers.find();

    private Kernels() {}

    /** Who is asked, for {@link Parallel} and for the text of messages. */
    public static Providers providers() {
        return CPU;
    }

    /** See {@link Pointwise#unary}. */
    public static void unary(Unary op, Array x, Array y) {
        for (var p : CPU.pointwise) if (p.unary(op, x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Pointwise#binary}. */
    public static void binary(Binary op, Array a, Array b, Array y) {
        for (var p : CPU.pointwise) if (p.binary(op, a, b, y)) break;
        reachabilityFence(a);
        reachabilityFence(b);
        reachabilityFence(y);
    }

    /** See {@link Pointwise#ternary}. */
    public static void ternary(Ternary op, double v, Array a, Array b, Array c, Array y) {
        for (var p : CPU.pointwise) if (p.ternary(op, v, a, b, c, y)) break;
        reachabilityFence(a);
        reachabilityFence(b);
        reachabilityFence(c);
        reachabilityFence(y);
    }

    /** See {@link Pointwise#where}. */
    public static void where(Array condition, Array a, Array b, Array y) {
        for (var p : CPU.pointwise) if (p.where(condition, a, b, y)) break;
        reachabilityFence(condition);
        reachabilityFence(a);
        reachabilityFence(b);
        reachabilityFence(y);
    }

    /** See {@link Pointwise#copy}. */
    public static void copy(Array x, Array y) {
        for (var p : CPU.pointwise) if (p.copy(x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Reduce#reduce}. */
    public static void reduce(Reduce.Op op, Array x, Array y) {
        for (var p : CPU.reduce) if (p.reduce(op, x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Reduce#argReduce}. */
    public static void argReduce(Reduce.Op op, Array x, Array index) {
        for (var p : CPU.reduce) if (p.argReduce(op, x, index)) break;
        reachabilityFence(x);
        reachabilityFence(index);
    }

    /** See {@link Gemm#matmul}. */
    public static void matmul(Array a, Array b, @Nullable Array bias, Array y) {
        for (var p : CPU.gemm) if (p.matmul(a, b, bias, y)) break;
        reachabilityFence(a);
        reachabilityFence(b);
        reachabilityFence(bias);
        reachabilityFence(y);
    }

    /** See {@link Factor#lu}. */
    public static void lu(Array a, Array pivots, Array info) {
        for (var p : CPU.factor) if (p.lu(a, pivots, info)) break;
        reachabilityFence(a);
        reachabilityFence(pivots);
        reachabilityFence(info);
    }

    /** See {@link Factor#cholesky}. */
    public static void cholesky(Array a, Array info) {
        for (var p : CPU.factor) if (p.cholesky(a, info)) break;
        reachabilityFence(a);
        reachabilityFence(info);
    }

    /** See {@link Factor#triangular}. */
    public static void triangular(Array a, boolean upper, boolean unit, Array x) {
        for (var p : CPU.factor) if (p.triangular(a, upper, unit, x)) break;
        reachabilityFence(a);
        reachabilityFence(x);
    }

    /** See {@link Factor#qr}. */
    public static void qr(Array a, Array tau) {
        for (var p : CPU.factor) if (p.qr(a, tau)) break;
        reachabilityFence(a);
        reachabilityFence(tau);
    }

    /** See {@link Factor#reflections}. */
    public static void reflections(Array a, Array tau, Array q) {
        for (var p : CPU.factor) if (p.reflections(a, tau, q)) break;
        reachabilityFence(a);
        reachabilityFence(tau);
        reachabilityFence(q);
    }

    /** See {@link Factor#eigh}. */
    public static void eigh(Array a, boolean vectors, Array values, Array info) {
        for (var p : CPU.factor) if (p.eigh(a, vectors, values, info)) break;
        reachabilityFence(a);
        reachabilityFence(values);
        reachabilityFence(info);
    }

    /** See {@link Factor#svd}. */
    public static void svd(Array a, @Nullable Array u, Array s, @Nullable Array vh, Array info) {
        for (var p : CPU.factor) if (p.svd(a, u, s, vh, info)) break;
        reachabilityFence(a);
        reachabilityFence(u);
        reachabilityFence(s);
        reachabilityFence(vh);
        reachabilityFence(info);
    }

    /** See {@link Conv#forward}. */
    public static void conv(Array x, Array w, @Nullable Array bias, Array y, Window window, int groups) {
        for (var p : CPU.conv) if (p.forward(x, w, bias, y, window, groups)) break;
        reachabilityFence(x);
        reachabilityFence(w);
        reachabilityFence(bias);
        reachabilityFence(y);
    }

    /** See {@link Conv#backwardData}. */
    public static void convBackwardData(Array dy, Array w, Array dx, Window window, int groups) {
        for (var p : CPU.conv) if (p.backwardData(dy, w, dx, window, groups)) break;
        reachabilityFence(dy);
        reachabilityFence(w);
        reachabilityFence(dx);
    }

    /** See {@link Conv#backwardWeights}. */
    public static void convBackwardWeights(
            Array x, Array dy, Array dw, @Nullable Array dbias, Window window, int groups) {
        for (var p : CPU.conv) if (p.backwardWeights(x, dy, dw, dbias, window, groups)) break;
        reachabilityFence(x);
        reachabilityFence(dy);
        reachabilityFence(dw);
        reachabilityFence(dbias);
    }

    /** See {@link Pooling#max}. */
    public static void maxPool(Array x, Array y, @Nullable Array index, Window window) {
        for (var p : CPU.pooling) if (p.max(x, y, index, window)) break;
        reachabilityFence(x);
        reachabilityFence(y);
        reachabilityFence(index);
    }

    /** See {@link Pooling#maxBackward}. */
    public static void maxPoolBackward(Array dy, Array index, Array dx, Window window) {
        for (var p : CPU.pooling) if (p.maxBackward(dy, index, dx, window)) break;
        reachabilityFence(dy);
        reachabilityFence(index);
        reachabilityFence(dx);
    }

    /** See {@link Pooling#maxOver}. */
    public static void maxPoolOver(Array x, Array y, Array index, Spans[] spans) {
        for (var p : CPU.pooling) if (p.maxOver(x, y, index, spans)) break;
        reachabilityFence(x);
        reachabilityFence(y);
        reachabilityFence(index);
    }

    /** See {@link Pooling#average}. */
    public static void averagePool(Array x, Array y, Spans[] spans) {
        for (var p : CPU.pooling) if (p.average(x, y, spans)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Pooling#averageBackward}. */
    public static void averagePoolBackward(Array dy, Array dx, Spans[] spans) {
        for (var p : CPU.pooling) if (p.averageBackward(dy, dx, spans)) break;
        reachabilityFence(dy);
        reachabilityFence(dx);
    }

    /** See {@link Resampling#resample}. */
    public static void resample(Array x, int dim, Taps taps, Array y) {
        for (var p : CPU.resampling) if (p.resample(x, dim, taps, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Norm#moments}. */
    public static void moments(Array x, Array mean, Array variance) {
        for (var p : CPU.norm) if (p.moments(x, mean, variance)) break;
        reachabilityFence(x);
        reachabilityFence(mean);
        reachabilityFence(variance);
    }

    /** See {@link Norm#normalize}. */
    public static void normalize(
            Array x, Array mean, Array variance, @Nullable Array w, @Nullable Array b, double eps, Array y) {
        for (var p : CPU.norm) if (p.normalize(x, mean, variance, w, b, eps, y)) break;
        reachabilityFence(x);
        reachabilityFence(mean);
        reachabilityFence(variance);
        reachabilityFence(w);
        reachabilityFence(b);
        reachabilityFence(y);
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
        reachabilityFence(dy);
        reachabilityFence(x);
        reachabilityFence(mean);
        reachabilityFence(variance);
        reachabilityFence(w);
        reachabilityFence(dx);
        reachabilityFence(dw);
        reachabilityFence(db);
    }

    /** See {@link RowNorm#forward}. */
    public static void rowNorm(
            Array x, @Nullable Array w, @Nullable Array b, double eps, Array y, Array mean, Array scale) {
        for (var p : CPU.rowNorm) if (p.forward(x, w, b, eps, y, mean, scale)) break;
        reachabilityFence(x);
        reachabilityFence(w);
        reachabilityFence(b);
        reachabilityFence(y);
        reachabilityFence(mean);
        reachabilityFence(scale);
    }

    /** See {@link RowNorm#backward}. */
    public static void rowNormBackward(
            Array dy, Array x, Array mean, Array scale, @Nullable Array w, Array dx, Array dw, Array db) {
        for (var p : CPU.rowNorm) if (p.backward(dy, x, mean, scale, w, dx, dw, db)) break;
        reachabilityFence(dy);
        reachabilityFence(x);
        reachabilityFence(mean);
        reachabilityFence(scale);
        reachabilityFence(w);
        reachabilityFence(dx);
        reachabilityFence(dw);
        reachabilityFence(db);
    }

    /** See {@link Softmax#softmax}. */
    public static void softmax(boolean log, Array x, Array y) {
        for (var p : CPU.softmax) if (p.softmax(log, x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Softmax#backward}. */
    public static void softmaxBackward(boolean log, Array dy, Array y, Array dx) {
        for (var p : CPU.softmax) if (p.backward(log, dy, y, dx)) break;
        reachabilityFence(dy);
        reachabilityFence(y);
        reachabilityFence(dx);
    }

    /** See {@link Indexing#gather}. */
    public static void gather(Array x, long step, Array index, Array y) {
        for (var p : CPU.indexing) if (p.gather(x, step, index, y)) break;
        reachabilityFence(x);
        reachabilityFence(index);
        reachabilityFence(y);
    }

    /** See {@link Indexing#scatter}. */
    public static void scatter(Indexing.Fold fold, Array x, Array index, long step, Array y) {
        for (var p : CPU.indexing) if (p.scatter(fold, x, index, step, y)) break;
        reachabilityFence(x);
        reachabilityFence(index);
        reachabilityFence(y);
    }

    /** See {@link Activation#forward}. */
    public static void activation(Activation.Shape f, Array x, Array y) {
        for (var p : CPU.activation) if (p.forward(f, x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Indexing#range}. */
    public static void range(Array x, Array y) {
        for (var p : CPU.indexing) if (p.range(x, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Activation#backward}. */
    public static void activationBackward(Activation.Shape f, Array dy, Array x, Array dx) {
        for (var p : CPU.activation) if (p.backward(f, dy, x, dx)) break;
        reachabilityFence(dy);
        reachabilityFence(x);
        reachabilityFence(dx);
    }

    /** See {@link Indexing#count}. */
    public static void count(Array mask, Array y) {
        for (var p : CPU.indexing) if (p.count(mask, y)) break;
        reachabilityFence(mask);
        reachabilityFence(y);
    }

    /** See {@link Indexing#places}. */
    public static void places(Array mask, Array y) {
        for (var p : CPU.indexing) if (p.places(mask, y)) break;
        reachabilityFence(mask);
        reachabilityFence(y);
    }

    /** See {@link Update#sgd}. */
    public static void sgd(Update.Sgd options, Array p, Array g, @Nullable Array velocity) {
        for (var u : CPU.update) if (u.sgd(options, p, g, velocity)) break;
        reachabilityFence(p);
        reachabilityFence(g);
        reachabilityFence(velocity);
    }

    /** See {@link Update#adam}. */
    public static void adam(Update.Adam options, Array p, Array g, Array m, Array v, @Nullable Array vMax) {
        for (var u : CPU.update) if (u.adam(options, p, g, m, v, vMax)) break;
        reachabilityFence(p);
        reachabilityFence(g);
        reachabilityFence(m);
        reachabilityFence(v);
        reachabilityFence(vMax);
    }

    /** See {@link Scan#scan}. */
    public static void scan(Scan.Op op, boolean reverse, Array x, int dim, Array y) {
        for (var p : CPU.scan) if (p.scan(op, reverse, x, dim, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }

    /** See {@link Scan#extremes}. */
    public static void extremes(boolean largest, Array x, int dim, Array y, Array index) {
        for (var p : CPU.scan) if (p.extremes(largest, x, dim, y, index)) break;
        reachabilityFence(x);
        reachabilityFence(y);
        reachabilityFence(index);
    }

    /** See {@link Scan#recurrence}. */
    public static void recurrence(boolean reverse, Array a, Array b, int dim, Array y) {
        for (var p : CPU.scan) if (p.recurrence(reverse, a, b, dim, y)) break;
        reachabilityFence(a);
        reachabilityFence(b);
        reachabilityFence(y);
    }

    /** See {@link Gates#lstm}. */
    public static void lstm(Array gates, Array hidden, Array before, Array c, Array h) {
        for (var p : CPU.gates) if (p.lstm(gates, hidden, before, c, h)) break;
        reachabilityFence(gates);
        reachabilityFence(hidden);
        reachabilityFence(before);
        reachabilityFence(c);
        reachabilityFence(h);
    }

    /** See {@link Gates#lstmBackward}. */
    public static void lstmBackward(Array dh, Array gates, Array before, Array c, Array dc, Array dgates) {
        for (var p : CPU.gates) if (p.lstmBackward(dh, gates, before, c, dc, dgates)) break;
        reachabilityFence(dh);
        reachabilityFence(gates);
        reachabilityFence(before);
        reachabilityFence(c);
        reachabilityFence(dc);
        reachabilityFence(dgates);
    }

    /** See {@link Gates#gru}. */
    public static void gru(Array gates, Array hidden, Array before, Array h) {
        for (var p : CPU.gates) if (p.gru(gates, hidden, before, h)) break;
        reachabilityFence(gates);
        reachabilityFence(hidden);
        reachabilityFence(before);
        reachabilityFence(h);
    }

    /** See {@link Gates#gruBackward}. */
    public static void gruBackward(Array dh, Array gates, Array hidden, Array before, Array dgates, Array dhidden) {
        for (var p : CPU.gates) if (p.gruBackward(dh, gates, hidden, before, dgates, dhidden)) break;
        reachabilityFence(dh);
        reachabilityFence(gates);
        reachabilityFence(hidden);
        reachabilityFence(before);
        reachabilityFence(dgates);
        reachabilityFence(dhidden);
    }

    /** See {@link Sort#sort}. */
    public static void sort(boolean descending, Array x, int dim, Array values, Array index) {
        for (var p : CPU.sort) if (p.sort(descending, x, dim, values, index)) break;
        reachabilityFence(x);
        reachabilityFence(values);
        reachabilityFence(index);
    }

    /** See {@link Sort#top}. */
    public static void top(boolean descending, Array x, int dim, Array values, Array index) {
        for (var p : CPU.sort) if (p.top(descending, x, dim, values, index)) break;
        reachabilityFence(x);
        reachabilityFence(values);
        reachabilityFence(index);
    }

    /** See {@link Sort#rank}. */
    public static void rank(Sort.Rank which, long k, Array x, int dim, Array index) {
        for (var p : CPU.sort) if (p.rank(which, k, x, dim, index)) break;
        reachabilityFence(x);
        reachabilityFence(index);
    }

    /** See {@link Counting#search}. */
    public static void search(Array sorted, @Nullable Array sorter, Array values, boolean right, Array index) {
        for (var p : CPU.counting) if (p.search(sorted, sorter, values, right, index)) break;
        reachabilityFence(sorted);
        reachabilityFence(sorter);
        reachabilityFence(values);
        reachabilityFence(index);
    }

    /** See {@link Counting#bincount}. */
    public static void bincount(Array x, @Nullable Array weights, Array y) {
        for (var p : CPU.counting) if (p.bincount(x, weights, y)) break;
        reachabilityFence(x);
        reachabilityFence(weights);
        reachabilityFence(y);
    }

    /** See {@link Counting#histogram}. */
    public static void histogram(Array x, double low, double high, Array y) {
        for (var p : CPU.counting) if (p.histogram(x, low, high, y)) break;
        reachabilityFence(x);
        reachabilityFence(y);
    }
}
