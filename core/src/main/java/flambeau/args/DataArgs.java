package flambeau.args;

import java.util.function.Function;

/** Keywords of data sets, their samples and images. */
abstract sealed class DataArgs extends CreationArgs permits DrawingArgs {
    DataArgs() {}

    /** Samples a batch. */
    public static BatchSize batchSize(int value) {
        return new BatchSize(value);
    }

    /** Whether a last batch that is not full is left out. */
    public static DropLast dropLast(boolean value) {
        return new DropLast(value);
    }

    /** Whether values are shifted and scaled to the range from 0 to 1. */
    public static Normalize normalize(boolean value) {
        return new Normalize(value);
    }

    /** Images a row of a grid. */
    public static Nrow nrow(int value) {
        return new Nrow(value);
    }

    /** Threads that load batches ahead. */
    public static NumWorkers numWorkers(int value) {
        return new NumWorkers(value);
    }

    /** What padding holds. */
    public static PadValue padValue(double value) {
        return new PadValue(value);
    }

    /** Batches that each worker loads ahead. */
    public static PrefetchFactor prefetchFactor(int value) {
        return new PrefetchFactor(value);
    }

    /** Which samples are taken, and in which order. */
    public static IndexSource sampler(IndexSource value) {
        return value;
    }

    /** Whether each image is scaled by its own extremes. */
    public static ScaleEach scaleEach(boolean value) {
        return new ScaleEach(value);
    }

    /** Whether the order is drawn anew each epoch. */
    public static Shuffle shuffle(boolean value) {
        return new Shuffle(value);
    }

    /** Whether a data set is the part for training. */
    public static Train train(boolean value) {
        return new Train(value);
    }

    /** What is made of each sample. */
    public static <T, U> Transform<T, U> transform(Function<? super T, ? extends U> value) {
        return new Transform<>(value);
    }

    /** The values that become 0 and 1. */
    public static ValueRange valueRange(double low, double high) {
        return new ValueRange(low, high);
    }
}
