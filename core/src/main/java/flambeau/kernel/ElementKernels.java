package flambeau.kernel;

import flambeau.array.Array;
import org.jspecify.annotations.Nullable;

/** Kernels of elements, and of their order. */
abstract sealed class ElementKernels extends Dispatch permits LayerKernels {
    ElementKernels() {}

    /** See {@link Pointwise#unary}. */
    public static void unary(Unary op, Array x, Array y) {
        for (var p : CPU.pointwise) if (p.unary(op, x, y)) break;
        alive(x, y);
    }

    /** See {@link Pointwise#binary}. */
    public static void binary(Binary op, Array a, Array b, Array y) {
        for (var p : CPU.pointwise) if (p.binary(op, a, b, y)) break;
        alive(a, b, y);
    }

    /** See {@link Pointwise#ternary}. */
    public static void ternary(Ternary op, double v, Array a, Array b, Array c, Array y) {
        for (var p : CPU.pointwise) if (p.ternary(op, v, a, b, c, y)) break;
        alive(a, b, c, y);
    }

    /** See {@link Pointwise#where}. */
    public static void where(Array condition, Array a, Array b, Array y) {
        for (var p : CPU.pointwise) if (p.where(condition, a, b, y)) break;
        alive(condition, a, b, y);
    }

    /** See {@link Pointwise#copy}. */
    public static void copy(Array x, Array y) {
        for (var p : CPU.pointwise) if (p.copy(x, y)) break;
        alive(x, y);
    }

    /** See {@link Activation#forward}. */
    public static void activation(Activation.Shape f, Array x, Array y) {
        for (var p : CPU.activation) if (p.forward(f, x, y)) break;
        alive(x, y);
    }

    /** See {@link Activation#backward}. */
    public static void activationBackward(Activation.Shape f, Array dy, Array x, Array dx) {
        for (var p : CPU.activation) if (p.backward(f, dy, x, dx)) break;
        alive(dy, x, dx);
    }

    /** See {@link Reduce#reduce}. */
    public static void reduce(Reduce.Op op, Array x, Array y) {
        for (var p : CPU.reduce) if (p.reduce(op, x, y)) break;
        alive(x, y);
    }

    /** See {@link Reduce#argReduce}. */
    public static void argReduce(Reduce.Op op, Array x, Array index) {
        for (var p : CPU.reduce) if (p.argReduce(op, x, index)) break;
        alive(x, index);
    }

    /** See {@link Scan#scan}. */
    public static void scan(Scan.Op op, boolean reverse, Array x, int dim, Array y) {
        for (var p : CPU.scan) if (p.scan(op, reverse, x, dim, y)) break;
        alive(x, y);
    }

    /** See {@link Scan#extremes}. */
    public static void extremes(boolean largest, Array x, int dim, Array y, Array index) {
        for (var p : CPU.scan) if (p.extremes(largest, x, dim, y, index)) break;
        alive(x, y, index);
    }

    /** See {@link Scan#recurrence}. */
    public static void recurrence(boolean reverse, Array a, Array b, int dim, Array y) {
        for (var p : CPU.scan) if (p.recurrence(reverse, a, b, dim, y)) break;
        alive(a, b, y);
    }

    /** See {@link Sort#sort}. */
    public static void sort(boolean descending, Array x, int dim, Array values, Array index) {
        for (var p : CPU.sort) if (p.sort(descending, x, dim, values, index)) break;
        alive(x, values, index);
    }

    /** See {@link Sort#top}. */
    public static void top(boolean descending, Array x, int dim, Array values, Array index) {
        for (var p : CPU.sort) if (p.top(descending, x, dim, values, index)) break;
        alive(x, values, index);
    }

    /** See {@link Sort#rank}. */
    public static void rank(Sort.Rank which, long k, Array x, int dim, Array index) {
        for (var p : CPU.sort) if (p.rank(which, k, x, dim, index)) break;
        alive(x, index);
    }

    /** See {@link Counting#search}. */
    public static void search(Array sorted, @Nullable Array sorter, Array values, boolean right, Array index) {
        for (var p : CPU.counting) if (p.search(sorted, sorter, values, right, index)) break;
        alive(sorted, sorter, values, index);
    }

    /** See {@link Counting#bincount}. */
    public static void bincount(Array x, @Nullable Array weights, Array y) {
        for (var p : CPU.counting) if (p.bincount(x, weights, y)) break;
        alive(x, weights, y);
    }

    /** See {@link Counting#histogram}. */
    public static void histogram(Array x, double low, double high, Array y) {
        for (var p : CPU.counting) if (p.histogram(x, low, high, y)) break;
        alive(x, y);
    }

    /** See {@link Indexing#gather}. */
    public static void gather(Array x, long step, Array index, Array y) {
        for (var p : CPU.indexing) if (p.gather(x, step, index, y)) break;
        alive(x, index, y);
    }

    /** See {@link Indexing#scatter}. */
    public static void scatter(Indexing.Fold fold, Array x, Array index, long step, Array y) {
        for (var p : CPU.indexing) if (p.scatter(fold, x, index, step, y)) break;
        alive(x, index, y);
    }

    /** See {@link Indexing#range}. */
    public static void range(Array x, Array y) {
        for (var p : CPU.indexing) if (p.range(x, y)) break;
        alive(x, y);
    }

    /** See {@link Indexing#count}. */
    public static void count(Array mask, Array y) {
        for (var p : CPU.indexing) if (p.count(mask, y)) break;
        alive(mask, y);
    }

    /** See {@link Indexing#places}. */
    public static void places(Array mask, Array y) {
        for (var p : CPU.indexing) if (p.places(mask, y)) break;
        alive(mask, y);
    }
}
