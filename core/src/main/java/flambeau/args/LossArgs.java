package flambeau.args;

import flambeau.array.DType;
import org.jspecify.annotations.Nullable;

/** Keywords of losses. */
abstract sealed class LossArgs extends LinalgArgs permits ModuleArgs {
    LossArgs() {}

    /** The dtype of sums; null for one that suits. */
    public static AccDtype accDtype(@Nullable DType value) {
        return new AccDtype(value);
    }

    /** In which dtype chunks are summed up. */
    public static AccPolicy accPolicy(AccPolicy value) {
        return value;
    }

    /** Whether the gradient can be computed twice. */
    public static AllowRetainGraph allowRetainGraph(boolean value) {
        return new AllowRetainGraph(value);
    }

    /** How many rows of a batch are computed at a time. */
    public static BatchChunkSize batchChunkSize(int value) {
        return new BatchChunkSize(value);
    }

    /** The class that stands for no label. */
    public static Blank blank(int value) {
        return new Blank(value);
    }

    /** Whether a loss stretches the target to the shape of the input. */
    public static Broadcast broadcast(boolean value) {
        return new Broadcast(value);
    }

    /** How the size of chunks is found. */
    public static ChunkingMethod chunkingMethod(ChunkingMethod value) {
        return value;
    }

    /** The distance from which on a loss grows linearly. */
    public static Delta delta(double value) {
        return new Delta(value);
    }

    /** Whether constant terms are part of a loss. */
    public static Full full(boolean value) {
        return new Full(value);
    }

    /** The target that does not count. */
    public static IgnoreIndex ignoreIndex(int value) {
        return new IgnoreIndex(value);
    }

    /** The share of the target that is spread over all classes. */
    public static LabelSmoothing labelSmoothing(double value) {
        return new LabelSmoothing(value);
    }

    /** What is added to the products; null for nothing. */
    public static LinearBias linearBias(@Nullable Operand value) {
        return new LinearBias(value);
    }

    /** Whether the input is a logarithm. */
    public static LogInput logInput(boolean value) {
        return new LogInput(value);
    }

    /** Whether the target is a logarithm. */
    public static LogTarget logTarget(boolean value) {
        return new LogTarget(value);
    }

    /** The distance that is wanted. */
    public static Margin margin(double value) {
        return new Margin(value);
    }

    /** How a linear layer and its cross entropy are computed together, in chunks. */
    public static LinearCrossEntropyOptions options(LinearCrossEntropyOptions value) {
        return value;
    }

    /** The sizes of what each row becomes, besides its classes. */
    public static OutFeatures outFeatures(int... sizes) {
        return new OutFeatures(sizes);
    }

    /** A weight for the positive examples of each class; null for none. */
    public static PosWeight posWeight(@Nullable Operand value) {
        return new PosWeight(value);
    }

    /** What is made of the losses of a batch. */
    public static Reduction reduction(Reduction value) {
        return value;
    }

    /** Whether the positive example may be the anchor, where it is nearer to the negative one. */
    public static Swap swap(boolean value) {
        return new Swap(value);
    }

    /** A weight for each class; null for none. */
    public static Weight weight(@Nullable Operand value) {
        return new Weight(value);
    }

    /** Whether losses without an alignment are 0, gradients as well. */
    public static ZeroInfinity zeroInfinity(boolean value) {
        return new ZeroInfinity(value);
    }
}
