package flambeau.args;

import org.jspecify.annotations.Nullable;

/** Keywords of linear layers, embeddings and bags of them. */
abstract sealed class EmbeddingArgs extends DrawingArgs permits LinalgArgs {
    EmbeddingArgs() {}

    /** Whether a layer adds a learnt bias. */
    public static Bias bias(boolean value) {
        return new Bias(value);
    }

    /** By what the sizes of clusters are divided, from one to the next. */
    public static DivValue divValue(double value) {
        return new DivValue(value);
    }

    /** Whether the weight takes no gradient. */
    public static Freeze freeze(boolean value) {
        return new Freeze(value);
    }

    /** Whether the first layer adds a bias. */
    public static HeadBias headBias(boolean value) {
        return new HeadBias(value);
    }

    /** Whether the last offset is the end of the last bag. */
    public static IncludeLastOffset includeLastOffset(boolean value) {
        return new IncludeLastOffset(value);
    }

    /** The norm above which rows are shortened to it; null for none. */
    public static MaxNorm maxNorm(@Nullable Number value) {
        return new MaxNorm(value);
    }

    /** What becomes of the rows of a bag. */
    public static BagMode mode(BagMode value) {
        return value;
    }

    /** The order of the norm. */
    public static NormType normType(Number value) {
        return new NormType(value);
    }

    /** The number of classes; -1 finds it from the largest. */
    public static NumClasses numClasses(int value) {
        return new NumClasses(value);
    }

    /** Where bags begin; null for none. */
    public static Offsets offsets(@Nullable Operand value) {
        return new Offsets(value);
    }

    /** The row that gets no gradient; negative ones count from the end, null for none. */
    public static PaddingIdx paddingIdx(@Nullable Integer value) {
        return new PaddingIdx(value);
    }

    /** A factor for each row; null for none. */
    public static PerSampleWeights perSampleWeights(@Nullable Operand value) {
        return new PerSampleWeights(value);
    }

    /** Whether gradients are divided by how often their row occurs. */
    public static ScaleGradByFreq scaleGradByFreq(boolean value) {
        return new ScaleGradByFreq(value);
    }

    /** Whether the gradient of the weight is sparse. */
    public static Sparse sparse(boolean value) {
        return new Sparse(value);
    }
}
