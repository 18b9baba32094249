package flambeau.kernel;

import flambeau.array.Device;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who computes kernels of some families on a device. Found by {@link java.util.ServiceLoader}.
 *
 * <p>Each method of a family returns whether the provider has done the call: it declines dtypes, layouts and sizes that
 * another does better. Providers are asked in the order of their rank, and {@code reference} takes everything.
 */
public interface Provider {
    /** The name, as {@code reference}, by which {@code -Dflambeau.providers=a,b} chooses. */
    String name();

    /** Who is asked first: the larger rank. {@code reference} has 0. */
    int rank();

    /** The device whose arrays this provider takes. */
    default Device device() {
        return Device.CPU;
    }

    /** The thread count that {@link Parallel#setThreads} was given; a provider with a team of its own follows it. */
    default void threads(int n) {}

    /** Matrix products, or null. */
    default @Nullable Gemm gemm() {
        return null;
    }

    /** Factorisations of matrices, or null. */
    default @Nullable Factor factor() {
        return null;
    }

    /** Convolutions, or null. */
    default @Nullable Conv conv() {
        return null;
    }

    /** Pooling, or null. */
    default @Nullable Pooling pooling() {
        return null;
    }

    /** Resampling, or null. */
    default @Nullable Resampling resampling() {
        return null;
    }

    /** Normalisation, or null. */
    default @Nullable Norm norm() {
        return null;
    }

    /** Normalisation of rows, or null. */
    default @Nullable RowNorm rowNorm() {
        return null;
    }

    /** Softmax, or null. */
    default @Nullable Softmax softmax() {
        return null;
    }

    /** Elementwise functions, or null. */
    default @Nullable Pointwise pointwise() {
        return null;
    }

    /** Reductions, or null. */
    default @Nullable Reduce reduce() {
        return null;
    }

    /** Indexing, or null. */
    default @Nullable Indexing indexing() {
        return null;
    }

    /** Activation functions, or null. */
    default @Nullable Activation activation() {
        return null;
    }

    /** The gates of recurrent cells, or null. */
    default @Nullable Gates gates() {
        return null;
    }

    /** Optimiser steps, or null. */
    default @Nullable Update update() {
        return null;
    }

    /** Running folds, or null. */
    default @Nullable Scan scan() {
        return null;
    }

    /** Order, or null. */
    default @Nullable Sort sort() {
        return null;
    }

    /** Places and counts, or null. */
    default @Nullable Counting counting() {
        return null;
    }
}
