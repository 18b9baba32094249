package flambeau.args;

import flambeau.array.DType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All keywords: {@code import static flambeau.args.Args.*;} serves layers, functions and optimisers alike.
 *
 * <p>A callee reads an option on the line that names its default: {@code stride = given(args, stride(1))}.
 */
public final class Args {
    private Args() {}

    /**
     * The option of the kind of {@code byDefault} among {@code args}, or {@code byDefault}.
     *
     * @throws IllegalArgumentException if it is given twice, or one is null
     */
    @SuppressWarnings("unchecked")
    public static <A extends Arg<?>> A given(Arg<?>[] args, A byDefault) {
        var found = given(args, (Class<A>) byDefault.getClass());
        return found == null ? byDefault : found;
    }

    /**
     * The option of this kind among {@code args}, or null.
     *
     * @throws IllegalArgumentException if it is given twice, or one is null
     */
    public static <A> @Nullable A given(Arg<?>[] args, Class<A> kind) {
        A found = null;
        for (var arg : args) {
            if (!kind.isInstance(Objects.requireNonNull(arg, "an option must not be null"))) continue;
            if (found != null) throw new IllegalArgumentException(word(kind) + ": given twice");
            found = kind.cast(arg);
        }
        return found;
    }

    private static String word(Class<?> kind) {
        var name = kind.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Where random numbers come from; else from the default generator. */
    public static RandomSource generator(RandomSource source) {
        return source;
    }

    /** Whether a normalisation learns a scale and a shift. */
    public static Affine affine(boolean value) {
        return new Affine(value);
    }

    /** A factor of the second operand. */
    public static Alpha alpha(double value) {
        return new Alpha(value);
    }

    /** Whether Adam divides by the largest second moment so far. */
    public static Amsgrad amsgrad(boolean value) {
        return new Amsgrad(value);
    }

    /** Samples a batch. */
    public static BatchSize batchSize(int value) {
        return new BatchSize(value);
    }

    /** The decay rates of the first and the second moment. */
    public static Betas betas(double beta1, double beta2) {
        return new Betas(beta1, beta2);
    }

    /** Whether a layer adds a learnt bias. */
    public static Bias bias(boolean value) {
        return new Bias(value);
    }

    /** Whether a window may hang over the end. */
    public static CeilMode ceilMode(boolean value) {
        return new CeilMode(value);
    }

    /** What is subtracted from the count when a variance divides by it. */
    public static Correction correction(int value) {
        return new Correction(value);
    }

    /** Whether the gradients can be differentiated in turn. */
    public static CreateGraph createGraph(boolean value) {
        return new CreateGraph(value);
    }

    /** The share of the gradient that the velocity does not take. */
    public static Dampening dampening(double value) {
        return new Dampening(value);
    }

    /** The distances between the places of a kernel, one for all space axes or one each. */
    public static Dilation dilation(int... sizes) {
        return new Dilation(sizes);
    }

    /** The dimensions to work along; negative ones count from the end. */
    public static Dim dim(int... dims) {
        return new Dim(dims);
    }

    /** Whether a last batch that is not full is left out. */
    public static DropLast dropLast(boolean value) {
        return new DropLast(value);
    }

    /** The element type of the result. */
    public static Dtype dtype(DType value) {
        return new Dtype(value);
    }

    /** A small number that keeps a denominator from 0. */
    public static Eps eps(double value) {
        return new Eps(value);
    }

    /** The number of groups of channels that do not see each other. */
    public static Groups groups(int value) {
        return new Groups(value);
    }

    /** The target that does not count. */
    public static IgnoreIndex ignoreIndex(int value) {
        return new IgnoreIndex(value);
    }

    /** Whether the result replaces the input. */
    public static Inplace inplace(boolean value) {
        return new Inplace(value);
    }

    /** The sizes of a window or kernel, one for all space axes or one each. */
    public static Kernel kernel(int... sizes) {
        return new Kernel(sizes);
    }

    /** Whether what was reduced stays as a dimension of size 1. */
    public static Keepdim keepdim(boolean value) {
        return new Keepdim(value);
    }

    /** The share of the target that is spread over all classes. */
    public static LabelSmoothing labelSmoothing(double value) {
        return new LabelSmoothing(value);
    }

    /** The learning rate. */
    public static Lr lr(double value) {
        return new Lr(value);
    }

    /** Whether an optimiser climbs. */
    public static Maximize maximize(boolean value) {
        return new Maximize(value);
    }

    /** The share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics. */
    public static Momentum momentum(double value) {
        return new Momentum(value);
    }

    /** Whether the momentum looks one step ahead. */
    public static Nesterov nesterov(boolean value) {
        return new Nesterov(value);
    }

    /** Images a row of a grid. */
    public static Nrow nrow(int value) {
        return new Nrow(value);
    }

    /** Threads that load batches ahead. */
    public static NumWorkers numWorkers(int value) {
        return new NumWorkers(value);
    }

    /** The probability with which an element is set to 0. */
    public static P p(double value) {
        return new P(value);
    }

    /** The places added on both sides of each space axis, one for all or one each. */
    public static Padding padding(int... sizes) {
        return new Padding(sizes);
    }

    /** Batches that each worker loads ahead. */
    public static PrefetchFactor prefetchFactor(int value) {
        return new PrefetchFactor(value);
    }

    /** What padding holds. */
    public static PadValue padValue(double value) {
        return new PadValue(value);
    }

    /** Whether the gradient of a new tensor is wanted. */
    public static RequiresGrad requiresGrad(boolean value) {
        return new RequiresGrad(value);
    }

    /** Whether another backward may follow through the same graph. */
    public static RetainGraph retainGraph(boolean value) {
        return new RetainGraph(value);
    }

    /** Whether pooling also tells where its values stood. */
    public static ReturnIndices returnIndices(boolean value) {
        return new ReturnIndices(value);
    }

    /** Whether the order is drawn anew each epoch. */
    public static Shuffle shuffle(boolean value) {
        return new Shuffle(value);
    }

    /** The steps between windows, one for all space axes or one each. */
    public static Stride stride(int... sizes) {
        return new Stride(sizes);
    }

    /** Whether a normalisation keeps statistics for evaluation. */
    public static TrackRunningStats trackRunningStats(boolean value) {
        return new TrackRunningStats(value);
    }

    /** A weight for each class. */
    public static Weight weight(Operand value) {
        return new Weight(value);
    }

    /** The factor of the parameter that is added to its gradient. */
    public static WeightDecay weightDecay(double value) {
        return new WeightDecay(value);
    }

    /** What is made of the losses of a batch. */
    public static Reduction reduction(Reduction value) {
        return value;
    }

    /** What padding is filled with. */
    public static PaddingMode paddingMode(PaddingMode value) {
        return value;
    }
}
