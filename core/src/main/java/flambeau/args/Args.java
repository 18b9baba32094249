package flambeau.args;

import flambeau.array.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
    public static <T extends Arg<?>> T given(Arg<?>[] args, T byDefault) {
        var found = given(args, (Class<T>) byDefault.getClass());
        return found == null ? byDefault : found;
    }

    /**
     * The option of this kind among {@code args}, or null.
     *
     * @throws IllegalArgumentException if it is given twice, or one is null
     */
    public static <T> @Nullable T given(Arg<?>[] args, Class<T> kind) {
        if (args == null) throw new IllegalArgumentException("null is no list of options: leave the argument out");
        T found = null;
        for (var arg : args) {
            if (arg == null) throw new IllegalArgumentException("an option must not be null");
            if (!kind.isInstance(arg)) continue;
            if (found != null) throw new IllegalArgumentException(word(kind) + ": given twice");
            found = kind.cast(arg);
        }
        return found;
    }

    private static String word(Class<?> kind) {
        if (kind == RandomSource.class) return "generator"; // the two whose type is not named like their keyword
        if (kind == IndexSource.class) return "sampler";
        var name = kind.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The sizes of the output, one for all space axes or one each; null where it follows from the input. */
    public static OutputSize outputSize(@Nullable Integer... sizes) {
        return new OutputSize(sizes);
    }

    /** The share of the input that the output is long, one for all space axes or one each. */
    public static OutputRatio outputRatio(double... values) {
        return new OutputRatio(values);
    }

    /** The places added to one side of the output, one for all space axes or one each. */
    public static OutputPadding outputPadding(int... sizes) {
        return new OutputPadding(sizes);
    }

    /** Whether places of the padding count in an average. */
    public static CountIncludePad countIncludePad(boolean value) {
        return new CountIncludePad(value);
    }

    /** What sums are divided by, whatever the number of places. */
    public static DivisorOverride divisorOverride(int value) {
        return new DivisorOverride(value);
    }

    /** The numbers between 0 and 1 that say where regions begin. */
    public static RandomSamples randomSamples(Operand value) {
        return new RandomSamples(value);
    }

    /** Whether gradients must have the dtype of their inputs. */
    public static CheckGradDtypes checkGradDtypes(boolean value) {
        return new CheckGradDtypes(value);
    }

    /** Whether gradients that hold NaN are refused while anomalies are detected. */
    public static CheckNan checkNan(boolean value) {
        return new CheckNan(value);
    }

    /** Whether gradients of outputs that are absent are checked to count as 0. */
    public static CheckUndefinedGrad checkUndefinedGrad(boolean value) {
        return new CheckUndefinedGrad(value);
    }

    /** Whether one random direction is compared instead of whole Jacobians. */
    public static FastMode fastMode(boolean value) {
        return new FastMode(value);
    }

    /** Whether gradients of outputs that are drawn are not contiguous. */
    public static GenNonContigGradOutputs genNonContigGradOutputs(boolean value) {
        return new GenNonContigGradOutputs(value);
    }

    /** The gradients of the outputs, one each; null for that of a scalar. */
    public static GradOutputs gradOutputs(List<? extends @Nullable Operand> value) {
        return new GradOutputs(value);
    }

    /** The only tensors whose gradients accumulate. */
    public static Inputs inputs(Operand... values) {
        return new Inputs(List.of(values));
    }

    /** The only tensors whose gradients accumulate. */
    public static Inputs inputs(List<? extends Operand> value) {
        return new Inputs(List.copyOf(value));
    }

    /** Whether the first dimension of the outputs' gradients numbers independent ones. */
    public static IsGradsBatched isGradsBatched(boolean value) {
        return new IsGradsBatched(value);
    }

    /** Whether an input on which no output depends has the gradient 0 instead of null. */
    public static MaterializeGrads materializeGrads(boolean value) {
        return new MaterializeGrads(value);
    }

    /** By how much gradients may differ from one backward pass to the next. */
    public static NondetTol nondetTol(double value) {
        return new NondetTol(value);
    }

    /** Whether what is computed again draws the same random numbers again. */
    public static PreserveRngState preserveRngState(boolean value) {
        return new PreserveRngState(value);
    }

    /** Whether a failed check throws. */
    public static RaiseException raiseException(boolean value) {
        return new RaiseException(value);
    }

    /** Whether the gradient of what is gathered from is sparse. */
    public static SparseGrad sparseGrad(boolean value) {
        return new SparseGrad(value);
    }

    /** Whether a triangle is the upper one. */
    public static Upper upper(boolean value) {
        return new Upper(value);
    }

    /** Whether a failure is an exception rather than a number in info. */
    public static CheckErrors checkErrors(boolean value) {
        return new CheckErrors(value);
    }

    /** Whether the matrix stands to the left of the unknown. */
    public static Left left(boolean value) {
        return new Left(value);
    }

    /** Whether the diagonal of a triangle counts as ones. */
    public static Unitriangular unitriangular(boolean value) {
        return new Unitriangular(value);
    }

    /** Whether a matrix is taken to be symmetric, its lower triangle being read. */
    public static Hermitian hermitian(boolean value) {
        return new Hermitian(value);
    }

    /** Whether rows are exchanged. */
    public static Pivot pivot(boolean value) {
        return new Pivot(value);
    }

    /** Whether only the columns that are needed are computed. */
    public static Some some(boolean value) {
        return new Some(value);
    }

    /** Whether the singular vectors are computed. */
    public static ComputeUv computeUv(boolean value) {
        return new ComputeUv(value);
    }

    /** Whether the matrices of singular vectors are square. */
    public static FullMatrices fullMatrices(boolean value) {
        return new FullMatrices(value);
    }

    /** Whether the powers increase. */
    public static Increasing increasing(boolean value) {
        return new Increasing(value);
    }

    /** What singular values, relative to the largest, count as zero. */
    public static Rcond rcond(double value) {
        return new Rcond(value);
    }

    /** How many dimensions stand for the rows. */
    public static Ind ind(int value) {
        return new Ind(value);
    }

    /** The factor of what is added to. */
    public static Beta beta(Number value) {
        return new Beta(value);
    }

    /** Which norm, by its exponent. */
    public static Ord ord(Number value) {
        return new Ord(value);
    }

    /** Which norm of matrices, by its name. */
    public static MatrixNorm ord(MatrixNorm value) {
        return value;
    }

    /** Which norm of matrices, by its name. */
    public static MatrixNorm p(MatrixNorm value) {
        return value;
    }

    /** An absolute tolerance. */
    public static Atol atol(double value) {
        return new Atol(value, null);
    }

    /** An absolute tolerance for each matrix of a batch. */
    public static Atol atol(Operand value) {
        return new Atol(0, value);
    }

    /** A relative tolerance. */
    public static Rtol rtol(double value) {
        return new Rtol(value, null);
    }

    /** A relative tolerance for each matrix of a batch. */
    public static Rtol rtol(Operand value) {
        return new Rtol(0, value);
    }

    /** Which triangle of a symmetric matrix is read. */
    public static UPLO uplo(UPLO value) {
        return value;
    }

    /** What of a QR factorisation is computed. */
    public static QRMode mode(QRMode value) {
        return value;
    }

    /** How least squares are computed. */
    public static LstsqDriver driver(LstsqDriver value) {
        return value;
    }

    /** Whether distances come from a matrix product. */
    public static ComputeMode computeMode(ComputeMode value) {
        return value;
    }

    /** Where random numbers come from; else from the default generator. */
    public static RandomSource generator(RandomSource source) {
        return source;
    }

    /** The slope below 0 of the leaky relu behind a layer. */
    public static A a(double value) {
        return new A(value);
    }

    /** The dtype of sums; null for one that suits. */
    public static AccDtype accDtype(@Nullable DType value) {
        return new AccDtype(value);
    }

    /** In which dtype chunks are summed up. */
    public static AccPolicy accPolicy(AccPolicy value) {
        return value;
    }

    /** Whether values are added to what is there and do not replace it. */
    public static Accumulate accumulate(boolean value) {
        return new Accumulate(value);
    }

    /** How the learning rate depends on the shape of a matrix. */
    public static AdjustLrFn adjustLrFn(LrAdjustment value) {
        return new AdjustLrFn(value);
    }

    /** The function between two linear layers, by its name. */
    public static ActivationFunction activation(ActivationFunction value) {
        return value;
    }

    /** The function between two linear layers. */
    public static <T> Activation<T> activation(UnaryOperator<T> value) {
        return new Activation<>(value);
    }

    /** Whether a learnt key and value are added to each sequence. */
    public static AddBiasKv addBiasKv(boolean value) {
        return new AddBiasKv(value);
    }

    /** Whether a key and a value of zeros are added to each sequence. */
    public static AddZeroAttn addZeroAttn(boolean value) {
        return new AddZeroAttn(value);
    }

    /** Whether a normalisation learns a scale and a shift. */
    public static Affine affine(boolean value) {
        return new Affine(value);
    }

    /** Whether the outermost elements of input and output lie at the same places, and not their outer edges. */
    public static AlignCorners alignCorners(boolean value) {
        return new AlignCorners(value);
    }

    /** Whether the gradient can be computed twice. */
    public static AllowRetainGraph allowRetainGraph(boolean value) {
        return new AllowRetainGraph(value);
    }

    /** Whether an input on which no output depends has the gradient null, instead of being refused. */
    public static AllowUnused allowUnused(boolean value) {
        return new AllowUnused(value);
    }

    /** A factor of the second operand. */
    public static Alpha alpha(Number value) {
        return new Alpha(value);
    }

    /** Whether a hook is called even if the layer throws. */
    public static AlwaysCall alwaysCall(boolean value) {
        return new AlwaysCall(value);
    }

    /** Whether Adam divides by the largest second moment so far. */
    public static Amsgrad amsgrad(boolean value) {
        return new Amsgrad(value);
    }

    /** The number of steps on the way to the last learning rate. */
    public static AnnealEpochs annealEpochs(int value) {
        return new AnnealEpochs(value);
    }

    /** Whether a smaller image is made of all elements that each of its elements covers. */
    public static Antialias antialias(boolean value) {
        return new Antialias(value);
    }

    /** How a learning rate goes from one value to another. */
    public static AnnealStrategy annealStrategy(AnnealStrategy value) {
        return value;
    }

    /** How the Gaussian error function is computed. */
    public static Approximate approximate(Approximate value) {
        return value;
    }

    /** What is put behind; null for nothing. */
    public static Append append(@Nullable Operand value) {
        return new Append(value);
    }

    /** Whether loading takes the given tensors' memory instead of copying from it. */
    public static Assign assign(boolean value) {
        return new Assign(value);
    }

    /** Whether no element occurs twice. */
    public static AssumeUnique assumeUnique(boolean value) {
        return new AssumeUnique(value);
    }

    /** The upper bound of numbers that are drawn. */
    public static B b(double value) {
        return new B(value);
    }

    /** Which places attend to which: truth values, or what is added to scores; null for none. */
    public static AttnMask attnMask(@Nullable Operand value) {
        return new AttnMask(value);
    }

    /** Whether the weights of attention are averaged over heads. */
    public static AverageAttnWeights averageAttnWeights(boolean value) {
        return new AverageAttnWeights(value);
    }

    /** The base of powers. */
    public static Base base(double value) {
        return new Base(value);
    }

    /** How many rows of a batch are computed at a time. */
    public static BatchChunkSize batchChunkSize(int value) {
        return new BatchChunkSize(value);
    }

    /** The lowest momentum: one for all groups, or one a group. */
    public static BaseMomentum baseMomentum(double... values) {
        return new BaseMomentum(values);
    }

    /** Whether the batch is the first dimension and time the second. */
    public static BatchFirst batchFirst(boolean value) {
        return new BatchFirst(value);
    }

    /** Samples a batch. */
    public static BatchSize batchSize(int value) {
        return new BatchSize(value);
    }

    /** The exponent of the step in the decay rate of the second moment; not positive. */
    public static Beta2Decay beta2Decay(double value) {
        return new Beta2Decay(value);
    }

    /** The decay rates of the first and the second moment. */
    public static Betas betas(double beta1, double beta2) {
        return new Betas(beta1, beta2);
    }

    /** Whether a layer adds a learnt bias. */
    public static Bias bias(boolean value) {
        return new Bias(value);
    }

    /** Whether sequences are also read from their end. */
    public static Bidirectional bidirectional(boolean value) {
        return new Bidirectional(value);
    }

    /** The class that stands for no label. */
    public static Blank blank(int value) {
        return new Blank(value);
    }

    /** Whether a loss stretches the target to the shape of the input. */
    public static Broadcast broadcast(boolean value) {
        return new Broadcast(value);
    }

    /** Whether a window may hang over the end. */
    public static CeilMode ceilMode(boolean value) {
        return new CeilMode(value);
    }

    /** Whether the variance of the gradients is taken, not their mean square. */
    public static Centered centered(boolean value) {
        return new Centered(value);
    }

    /** How the size of chunks is found. */
    public static ChunkingMethod chunkingMethod(ChunkingMethod value) {
        return value;
    }

    /** How many measurements do not count after a change. */
    public static Cooldown cooldown(int value) {
        return new Cooldown(value);
    }

    /** Whether the result has memory of its own even where nothing changes. */
    public static Copy copy(boolean value) {
        return new Copy(value);
    }

    /** What is subtracted from the count when a variance divides by it; null for 1. */
    public static Correction correction(@Nullable Number value) {
        return new Correction(value);
    }

    /** Whether the gradients can be differentiated in turn. */
    public static CreateGraph createGraph(boolean value) {
        return new CreateGraph(value);
    }

    /** Whether the momentum falls while the learning rate rises. */
    public static CycleMomentum cycleMomentum(boolean value) {
        return new CycleMomentum(value);
    }

    /** The root mean square above which an update is clipped. */
    public static D d(double value) {
        return new D(value);
    }

    /** The decoder in place of the usual one; null for none. */
    public static <M> CustomDecoder<M> customDecoder(@Nullable M value) {
        return new CustomDecoder<>(value);
    }

    /** The encoder in place of the usual one; null for none. */
    public static <M> CustomEncoder<M> customEncoder(@Nullable M value) {
        return new CustomEncoder<>(value);
    }

    /** The size of each element of a sequence. */
    public static DModel dModel(int value) {
        return new DModel(value);
    }

    /** The share of the gradient that the velocity does not take. */
    public static Dampening dampening(double value) {
        return new Dampening(value);
    }

    /** The number of digits behind the point. */
    public static Decimals decimals(int value) {
        return new Decimals(value);
    }

    /** Whether weight decay acts on the parameter and not on its gradient. */
    public static DecoupledWeightDecay decoupledWeightDecay(boolean value) {
        return new DecoupledWeightDecay(value);
    }

    /** The distance from which on a loss grows linearly. */
    public static Delta delta(double value) {
        return new Delta(value);
    }

    /** The diagonal, counted from the main one; above it is positive. */
    public static Diagonal diagonal(int value) {
        return new Diagonal(value);
    }

    /** The distances between the places of a kernel, one for all space axes or one each. */
    public static Dilation dilation(int... sizes) {
        return new Dilation(sizes);
    }

    /** The dimensions to work along; negative ones count from the end. */
    public static Dim dim(int... dims) {
        return new Dim(dims);
    }

    /** The first of two dimensions; negative ones count from the end. */
    public static Dim1 dim1(int value) {
        return new Dim1(value);
    }

    /** The second of two dimensions; negative ones count from the end. */
    public static Dim2 dim2(int value) {
        return new Dim2(value);
    }

    /** The size between the two linear layers. */
    public static DimFeedforward dimFeedforward(int value) {
        return new DimFeedforward(value);
    }

    /** The dimensions to work along; negative ones count from the end. */
    public static Dims dims(int... dims) {
        return new Dims(dims);
    }

    /** By what the sizes of clusters are divided, from one to the next. */
    public static DivValue divValue(double value) {
        return new DivValue(value);
    }

    /** The highest learning rate divided by the first one. */
    public static DivFactor divFactor(double value) {
        return new DivFactor(value);
    }

    /** Whether a last batch that is not full is left out. */
    public static DropLast dropLast(boolean value) {
        return new DropLast(value);
    }

    /** The probability that an element between layers becomes 0 in training. */
    public static Dropout dropout(double value) {
        return new Dropout(value);
    }

    /** The probability that a weight of attention becomes 0. */
    public static DropoutP dropoutP(double value) {
        return new DropoutP(value);
    }

    /** The element type of the result. */
    public static Dtype dtype(DType value) {
        return new Dtype(value);
    }

    /** How many elements stay at each end of a dimension that is summarised. */
    public static Edgeitems edgeitems(int value) {
        return new Edgeitems(value);
    }

    /** Whether a normalisation learns a scale and a shift for each element. */
    public static ElementwiseAffine elementwiseAffine(boolean value) {
        return new ElementwiseAffine(value);
    }

    /** Whether groups of query heads share a head of keys and values. */
    public static EnableGqa enableGqa(boolean value) {
        return new EnableGqa(value);
    }

    /** Whether PyTorch may pack padded batches. */
    public static EnableNestedTensor enableNestedTensor(boolean value) {
        return new EnableNestedTensor(value);
    }

    /** The place behind the last; null for the end. */
    public static End end(@Nullable Integer value) {
        return new End(value);
    }

    /** The last dimension of a range, inclusive; negative ones count from the end. */
    public static EndDim endDim(int value) {
        return new EndDim(value);
    }

    /** The factor of the learning rate at the end. */
    public static EndFactor endFactor(double value) {
        return new EndFactor(value);
    }

    /** Whether sequences must come from the longest to the shortest. */
    public static EnforceSorted enforceSorted(boolean value) {
        return new EnforceSorted(value);
    }

    /** The number of passes over the data. */
    public static Epochs epochs(int value) {
        return new Epochs(value);
    }

    /** A small number that keeps a denominator from 0. */
    public static Eps eps(double value) {
        return new Eps(value);
    }

    /** What keeps Adafactor's denominators, and its steps, from 0; null for the dtype's own epsilon. */
    public static Epsilons eps(@Nullable Double eps1, double eps2) {
        return new Epsilons(eps1 == null ? Double.NaN : eps1, eps2);
    }

    /** The lowest learning rate. */
    public static EtaMin etaMin(double value) {
        return new EtaMin(value);
    }

    /** Whether a norm that is infinite or NaN is refused. */
    public static ErrorIfNonfinite errorIfNonfinite(boolean value) {
        return new ErrorIfNonfinite(value);
    }

    /** The factors by which step sizes shrink and grow. */
    public static Etas etas(double minus, double plus) {
        return new Etas(minus, plus);
    }

    /** Whether the weight takes no gradient. */
    public static Freeze freeze(boolean value) {
        return new Freeze(value);
    }

    /** The factor by which a learning rate is changed. */
    public static Factor factor(double value) {
        return new Factor(value);
    }

    /** The first learning rate divided by the last one. */
    public static FinalDivFactor finalDivFactor(double value) {
        return new FinalDivFactor(value);
    }

    /** Where a range begins. */
    public static From from(Number value) {
        return new From(value);
    }

    /** Whether NaN is close to NaN. */
    public static EqualNan equalNan(boolean value) {
        return new EqualNan(value);
    }

    /** Whether constant terms are part of a loss. */
    public static Full full(boolean value) {
        return new Full(value);
    }

    /** The factor that an activation asks of initial weights. */
    public static Gain gain(double value) {
        return new Gain(value);
    }

    /** The factor of a learning rate that falls. */
    public static Gamma gamma(double value) {
        return new Gamma(value);
    }

    /** The number of groups of channels that do not see each other. */
    public static Groups groups(int value) {
        return new Groups(value);
    }

    /** Whether the result is one-hot, with the gradient of the soft one. */
    public static Hard hard(boolean value) {
        return new Hard(value);
    }

    /** How many past steps are kept. */
    public static HistorySize historySize(int value) {
        return new HistorySize(value);
    }

    /** Whether the first layer adds a bias. */
    public static HeadBias headBias(boolean value) {
        return new HeadBias(value);
    }

    /** The target that does not count. */
    public static IgnoreIndex ignoreIndex(int value) {
        return new IgnoreIndex(value);
    }

    /** Whether the last offset is the end of the last bag. */
    public static IncludeLastOffset includeLastOffset(boolean value) {
        return new IncludeLastOffset(value);
    }

    /** The first value of what is learnt. */
    public static Init init(double value) {
        return new Init(value);
    }

    /** Whether what is there takes part. */
    public static IncludeSelf includeSelf(boolean value) {
        return new IncludeSelf(value);
    }

    /** Which dimension of a mesh the first tensor counts along. */
    public static Indexing indexing(Indexing value) {
        return value;
    }

    /** What sums of squares begin with. */
    public static InitialAccumulatorValue initialAccumulatorValue(double value) {
        return new InitialAccumulatorValue(value);
    }

    /** Whether the result replaces the input. */
    public static Inplace inplace(boolean value) {
        return new Inplace(value);
    }

    /** Whether the answer is turned over. */
    public static Invert invert(boolean value) {
        return new Invert(value);
    }

    /** Whether each place attends only to those up to itself. */
    public static IsCausal isCausal(boolean value) {
        return new IsCausal(value);
    }

    /** How often a quarter turn is made, or what is added to a sum before its power is taken. */
    public static K k(Number value) {
        return new K(value);
    }

    /** The weight that projects keys; null for none. */
    public static KProjWeight kProjWeight(@Nullable Operand value) {
        return new KProjWeight(value);
    }

    /** The size of each key. */
    public static Kdim kdim(int value) {
        return new Kdim(value);
    }

    /** Whether the parameters themselves are given, with their history. */
    public static KeepVars keepVars(boolean value) {
        return new KeepVars(value);
    }

    /** The sizes of a window or kernel, one for all space axes or one each. */
    public static Kernel kernel(int... sizes) {
        return new Kernel(sizes);
    }

    /** Whether what was reduced stays as a dimension of size 1. */
    public static Keepdim keepdim(boolean value) {
        return new Keepdim(value);
    }

    /** Which keys do not count: true, or what is added to their scores; null for none. */
    public static KeyPaddingMask keyPaddingMask(@Nullable Operand value) {
        return new KeyPaddingMask(value);
    }

    /** The share of the target that is spread over all classes. */
    public static LabelSmoothing labelSmoothing(double value) {
        return new LabelSmoothing(value);
    }

    /** The rate of a distribution; the distance from 0 within which a shrinkage is 0. */
    public static Lambd lambd(double value) {
        return new Lambd(value);
    }

    /** The step after which a schedule goes on; -1 begins it. */
    public static LastEpoch lastEpoch(int value) {
        return new LastEpoch(value);
    }

    /** Whether a parameter keeps the value that was computed. */
    public static LeaveParametrized leaveParametrized(boolean value) {
        return new LeaveParametrized(value);
    }

    /** How far a step goes along its direction; null for the learning rate. */
    public static LineSearchFn lineSearchFn(@Nullable LineSearch value) {
        return new LineSearchFn(value);
    }

    /** The eps of the layer normalisations. */
    public static LayerNormEps layerNormEps(double value) {
        return new LayerNormEps(value);
    }

    /** What is added to the products; null for nothing. */
    public static LinearBias linearBias(@Nullable Operand value) {
        return new LinearBias(value);
    }

    /** Characters a line. */
    public static Linewidth linewidth(int value) {
        return new Linewidth(value);
    }

    /** Whether the input is a logarithm. */
    public static LogInput logInput(boolean value) {
        return new LogInput(value);
    }

    /** Whether the target is a logarithm. */
    public static LogTarget logTarget(boolean value) {
        return new LogTarget(value);
    }

    /** The lower bound of what is drawn. */
    public static Lower lower(double value) {
        return new Lower(value);
    }

    /** The learning rate. */
    public static Lr lr(double value) {
        return new Lr(value);
    }

    /** By how much the learning rate falls with each step. */
    public static LrDecay lrDecay(double value) {
        return new LrDecay(value);
    }

    /** The distance that is wanted. */
    public static Margin margin(double value) {
        return new Margin(value);
    }

    /** The largest number of evaluations in a step; null for 5/4 of the iterations. */
    public static MaxEval maxEval(@Nullable Integer value) {
        return new MaxEval(value);
    }

    /** The largest number of iterations of a step. */
    public static MaxIter maxIter(int value) {
        return new MaxIter(value);
    }

    /** The norm above which rows are shortened to it; null for none. */
    public static MaxNorm maxNorm(@Nullable Number value) {
        return new MaxNorm(value);
    }

    /** Which places attend to which: true for those that do not, or what is added to scores; null for none. */
    public static Mask mask(@Nullable Operand value) {
        return new Mask(value);
    }

    /** Whether PyTorch looks at masks before it packs padded batches. */
    public static MaskCheck maskCheck(boolean value) {
        return new MaskCheck(value);
    }

    /** The highest momentum: one for all groups, or one a group. */
    public static MaxMomentum maxMomentum(double... values) {
        return new MaxMomentum(values);
    }

    /** The largest value of the result. */
    public static MaxVal maxVal(double value) {
        return new MaxVal(value);
    }

    /** Whether an optimiser climbs. */
    public static Maximize maximize(boolean value) {
        return new Maximize(value);
    }

    /** The mean of a distribution. */
    public static Mean mean(double value) {
        return new Mean(value);
    }

    /** The median of a distribution. */
    public static Median median(double value) {
        return new Median(value);
    }

    /** Whether the mask of the memory is causal. */
    public static MemoryIsCausal memoryIsCausal(boolean value) {
        return new MemoryIsCausal(value);
    }

    /** Which places of the memory do not count; null for none. */
    public static MemoryKeyPaddingMask memoryKeyPaddingMask(@Nullable Operand value) {
        return new MemoryKeyPaddingMask(value);
    }

    /** Which places of the target attend to which of the memory; null for none. */
    public static MemoryMask memoryMask(@Nullable Operand value) {
        return new MemoryMask(value);
    }

    /** Texts that a file carries beside its tensors. */
    public static Metadata metadata(Map<String, String> value) {
        return new Metadata(value);
    }

    /** The lowest learning rate: one for all groups, or one a group. */
    public static MinLr minLr(double... values) {
        return new MinLr(values);
    }

    /** The least value of the result. */
    public static MinVal minVal(double value) {
        return new MinVal(value);
    }

    /** How elements between given ones are found. */
    public static InterpolateMode mode(InterpolateMode value) {
        return value;
    }

    /** How the height of a cycle changes. */
    public static CyclicMode mode(CyclicMode value) {
        return value;
    }

    /** Which way a measurement is better. */
    public static MetricMode mode(MetricMode value) {
        return value;
    }

    /** The share of the past that is kept: of the velocity in SGD, and 1 minus it of running statistics. */
    public static Momentum momentum(double value) {
        return new Momentum(value);
    }

    /** The same; null makes running statistics plain averages over the whole past. */
    public static Momentum momentum(@Nullable Double value) {
        return new Momentum(value == null ? Double.NaN : value);
    }

    /** How often, or how many. */
    public static N n(int value) {
        return new N(value);
    }

    /** How fast the momentum rises to its full value. */
    public static MomentumDecay momentumDecay(double value) {
        return new MomentumDecay(value);
    }

    /** How often an estimate of the largest singular value is improved at each call. */
    public static NPowerIterations nPowerIterations(int value) {
        return new NPowerIterations(value);
    }

    /** Which parameter is meant. */
    public static Name name(String value) {
        return new Name(value);
    }

    /** A name and what it names: an entry of a container. */
    public static <T> Named<T> named(String name, T value) {
        return new Named<>(name, value);
    }

    /** Whether the weights of attention are returned. */
    public static NeedWeights needWeights(boolean value) {
        return new NeedWeights(value);
    }

    /** The slope below 0. */
    public static NegativeSlope negativeSlope(double value) {
        return new NegativeSlope(value);
    }

    /** The number in place of NaN. */
    public static Nan nan(double value) {
        return new Nan(value);
    }

    /** The number in place of negative infinity. */
    public static Neginf neginf(double value) {
        return new Neginf(value);
    }

    /** Whether the momentum looks one step ahead. */
    public static Nesterov nesterov(boolean value) {
        return new Nesterov(value);
    }

    /** The order of the norm. */
    public static NormType normType(Number value) {
        return new NormType(value);
    }

    /** The number of heads. */
    public static Nhead nhead(int value) {
        return new Nhead(value);
    }

    /** The normalisation at the end; null for none. */
    public static <M> Norm<M> norm(@Nullable M value) {
        return new Norm<>(value);
    }

    /** Whether a normalisation stands before each block instead of behind it. */
    public static NormFirst normFirst(boolean value) {
        return new NormFirst(value);
    }

    /** Whether values are shifted and scaled to the range from 0 to 1. */
    public static Normalize normalize(boolean value) {
        return new Normalize(value);
    }

    /** Images a row of a grid. */
    public static Nrow nrow(int value) {
        return new Nrow(value);
    }

    /** The coefficients of x, x³ and x⁵ in the Newton-Schulz polynomial. */
    public static NsCoefficients nsCoefficients(double a, double b, double c) {
        return new NsCoefficients(a, b, c);
    }

    /** The number of Newton-Schulz iterations. */
    public static NsSteps nsSteps(int value) {
        return new NsSteps(value);
    }

    /** The number of classes; -1 finds it from the largest. */
    public static NumClasses numClasses(int value) {
        return new NumClasses(value);
    }

    /** The number of layers that decode. */
    public static NumDecoderLayers numDecoderLayers(int value) {
        return new NumDecoderLayers(value);
    }

    /** The number of layers that encode. */
    public static NumEncoderLayers numEncoderLayers(int value) {
        return new NumEncoderLayers(value);
    }

    /** The number of layers, each on the output of the one before. */
    public static NumLayers numLayers(int value) {
        return new NumLayers(value);
    }

    /** How many numbers are learnt. */
    public static NumParameters numParameters(int value) {
        return new NumParameters(value);
    }

    /** How many samples are drawn. */
    public static NumSamples numSamples(int value) {
        return new NumSamples(value);
    }

    /** Threads that load batches ahead. */
    public static NumWorkers numWorkers(int value) {
        return new NumWorkers(value);
    }

    /** The diagonal, counted from the main one; above it is positive. */
    public static Offset offset(int value) {
        return new Offset(value);
    }

    /** Where bags begin; null for none. */
    public static Offsets offsets(@Nullable Operand value) {
        return new Offsets(value);
    }

    /** How a linear layer and its cross entropy are computed together, in chunks. */
    public static LinearCrossEntropyOptions options(LinearCrossEntropyOptions value) {
        return value;
    }

    /** The sizes of what each row becomes, besides its classes. */
    public static OutFeatures outFeatures(int... sizes) {
        return new OutFeatures(sizes);
    }

    /** The size of the result, if it is known; null finds it. */
    public static OutputSize outputSize(@Nullable Integer value) {
        return new OutputSize(value);
    }

    /** How an orthogonal matrix is made of any. */
    public static OrthogonalMap orthogonalMap(OrthogonalMap value) {
        return value;
    }

    /** The probability with which an element is set to 0. */
    public static P p(double value) {
        return new P(value);
    }

    /** The places added on both sides of each space axis, one for all or one each. */
    public static Padding padding(int... sizes) {
        return new Padding(null, sizes);
    }

    /** The places added on both sides of each space axis, by a word. */
    public static Padding padding(AutoPadding word) {
        return new Padding(word);
    }

    /** What lies outside the image. */
    public static GridPadding paddingMode(GridPadding value) {
        return value;
    }

    /** Where short sequences are padded. */
    public static PaddingSide paddingSide(PaddingSide value) {
        return value;
    }

    /** The value behind the end of a sequence. */
    public static PaddingValue paddingValue(double value) {
        return new PaddingValue(value);
    }

    /** The row that gets no gradient; negative ones count from the end, null for none. */
    public static PaddingIdx paddingIdx(@Nullable Integer value) {
        return new PaddingIdx(value);
    }

    /** A factor for each row; null for none. */
    public static PerSampleWeights perSampleWeights(@Nullable Operand value) {
        return new PerSampleWeights(value);
    }

    /** How many measurements without progress are borne. */
    public static Patience patience(int value) {
        return new Patience(value);
    }

    /** The share of all steps in which the learning rate rises. */
    public static PctStart pctStart(double value) {
        return new PctStart(value);
    }

    /** Whether a buffer is part of the state dict. */
    public static Persistent persistent(boolean value) {
        return new Persistent(value);
    }

    /** The number in place of positive infinity. */
    public static Posinf posinf(double value) {
        return new Posinf(value);
    }

    /** A weight for the positive examples of each class; null for none. */
    public static PosWeight posWeight(@Nullable Operand value) {
        return new PosWeight(value);
    }

    /** The exponent of a decay. */
    public static Power power(double value) {
        return new Power(value);
    }

    /** Digits behind the point. */
    public static Precision precision(int value) {
        return new Precision(value);
    }

    /** Batches that each worker loads ahead. */
    public static PrefetchFactor prefetchFactor(int value) {
        return new PrefetchFactor(value);
    }

    /** What padding holds. */
    public static PadValue padValue(double value) {
        return new PadValue(value);
    }

    /** What all names begin with. */
    public static Prefix prefix(String value) {
        return new Prefix(value);
    }

    /** Whether a hook is called before those that are there. */
    public static PrependHook prepend(boolean value) {
        return new PrependHook(value);
    }

    /** What is put in front; null for nothing. */
    public static Prepend prepend(@Nullable Operand value) {
        return new Prepend(value);
    }

    /** The size to which hidden states are projected; 0: not at all. */
    public static ProjSize projSize(int value) {
        return new ProjSize(value);
    }

    /** The weight that projects queries; null for none. */
    public static QProjWeight qProjWeight(@Nullable Operand value) {
        return new QProjWeight(value);
    }

    /** How many elements are combined. */
    public static R r(int value) {
        return new R(value);
    }

    /** Whether the scale is found from the sizes, which are whole numbers, and not taken as given. */
    public static RecomputeScaleFactor recomputeScaleFactor(boolean value) {
        return new RecomputeScaleFactor(value);
    }

    /** Whether modules further down count too. */
    public static Recurse recurse(boolean value) {
        return new Recurse(value);
    }

    /** What is made of values that go to one place. */
    public static Reduce reduce(Reduce value) {
        return value;
    }

    /** Whether what is held twice is listed once. */
    public static RemoveDuplicate removeDuplicate(boolean value) {
        return new RemoveDuplicate(value);
    }

    /** Whether the same sample can be drawn again. */
    public static Replacement replacement(boolean value) {
        return new Replacement(value);
    }

    /** Whether the gradient of a new tensor is wanted. */
    public static RequiresGrad requiresGrad(boolean value) {
        return new RequiresGrad(value);
    }

    /** Whether another backward may follow through the same graph. */
    public static RetainGraph retainGraph(boolean value) {
        return new RetainGraph(value);
    }

    /** The share of the past that a running average of squares keeps. */
    public static Rho rho(double value) {
        return new Rho(value);
    }

    /** Which samples are taken, and in which order. */
    public static IndexSource sampler(IndexSource value) {
        return value;
    }

    /** The factor of the products of queries and keys. */
    public static Scale scale(double value) {
        return new Scale(value);
    }

    /** Whether each image is scaled by its own extremes. */
    public static ScaleEach scaleEach(boolean value) {
        return new ScaleEach(value);
    }

    /** Whether gradients are divided by how often their row occurs. */
    public static ScaleGradByFreq scaleGradByFreq(boolean value) {
        return new ScaleGradByFreq(value);
    }

    /** How many times larger the result is, one factor for all space axes or one each. */
    public static ScaleFactor scaleFactor(double... values) {
        return new ScaleFactor(values);
    }

    /** How the height of a cycle changes. */
    public static ScaleFn scaleFn(DoubleUnaryOperator value) {
        return new ScaleFn(value);
    }

    /** What the function of the height is given. */
    public static ScaleMode scaleMode(ScaleMode value) {
        return value;
    }

    /** Whether numbers are printed with exponents; null leaves that to the numbers. */
    public static SciMode sciMode(@Nullable Boolean value) {
        return new SciMode(value);
    }

    /** Whether gradients are dropped rather than set to 0. */
    public static SetToNone setToNone(boolean value) {
        return new SetToNone(value);
    }

    /** Whether the order is drawn anew each epoch. */
    public static Shuffle shuffle(boolean value) {
        return new Shuffle(value);
    }

    /** The width of a distribution. */
    public static Sigma sigma(double value) {
        return new Sigma(value);
    }

    /** Whether the gradient of the weight is sparse. */
    public static Sparse sparse(boolean value) {
        return new Sparse(value);
    }

    /** Whether the mask of the source is causal. */
    public static SrcIsCausal srcIsCausal(boolean value) {
        return new SrcIsCausal(value);
    }

    /** Which places of the source do not count; null for none. */
    public static SrcKeyPaddingMask srcKeyPaddingMask(@Nullable Operand value) {
        return new SrcKeyPaddingMask(value);
    }

    /** Which places of the source attend to which; null for none. */
    public static SrcMask srcMask(@Nullable Operand value) {
        return new SrcMask(value);
    }

    /** The sizes of the result, one for all space axes or one each. */
    public static Size size(int... sizes) {
        return new Size(sizes);
    }

    /** The first place; null for the beginning. */
    public static Start start(@Nullable Integer value) {
        return new Start(value);
    }

    /** The first dimension of a range; negative ones count from the end. */
    public static StartDim startDim(int value) {
        return new StartDim(value);
    }

    /** Keys that are projected and split by heads already; null for none. */
    public static StaticK staticK(@Nullable Operand value) {
        return new StaticK(value);
    }

    /** Values that are projected and split by heads already; null for none. */
    public static StaticV staticV(@Nullable Operand value) {
        return new StaticV(value);
    }

    /** The factor of the learning rate at the start. */
    public static StartFactor startFactor(double value) {
        return new StartFactor(value);
    }

    /** The standard deviation of a distribution. */
    public static Std std(double value) {
        return new Std(value);
    }

    /** The distance between places. */
    public static Step step(int value) {
        return new Step(value);
    }

    /** The number of steps in the falling half of a cycle; NaN for as many as in the rising half. */
    public static StepSizeDown stepSizeDown(double value) {
        return new StepSizeDown(value);
    }

    /** The number of steps in the rising half of a cycle. */
    public static StepSizeUp stepSizeUp(double value) {
        return new StepSizeUp(value);
    }

    /** The number of steps in a pass over the data. */
    public static StepsPerEpoch stepsPerEpoch(int value) {
        return new StepsPerEpoch(value);
    }

    /** The number of the first element in the storage; null for that of the tensor. */
    public static StorageOffset storageOffset(@Nullable Long value) {
        return new StorageOffset(value);
    }

    /** The smallest and the largest step size. */
    public static StepSizes stepSizes(double min, double max) {
        return new StepSizes(min, max);
    }

    /** Whether loading refuses missing and unexpected names. */
    public static Strict strict(boolean value) {
        return new Strict(value);
    }

    /** The steps between windows, one for all space axes or one each. */
    public static Stride stride(int... sizes) {
        return new Stride(sizes);
    }

    /** Whether the positive example may be the anchor, where it is nearer to the negative one. */
    public static Swap swap(boolean value) {
        return new Swap(value);
    }

    /** The step at which averaging begins. */
    public static T0 t0(double value) {
        return new T0(value);
    }

    /** By how much each period is longer than the one before. */
    public static TMult tMult(int value) {
        return new TMult(value);
    }

    /** The temperature: the smaller, the nearer to one-hot. */
    public static Tau tau(double value) {
        return new Tau(value);
    }

    /** Whether the mask of the target is causal. */
    public static TgtIsCausal tgtIsCausal(boolean value) {
        return new TgtIsCausal(value);
    }

    /** Which places of the target do not count; null for none. */
    public static TgtKeyPaddingMask tgtKeyPaddingMask(@Nullable Operand value) {
        return new TgtKeyPaddingMask(value);
    }

    /** Which places of the target attend to which; null for none. */
    public static TgtMask tgtMask(@Nullable Operand value) {
        return new TgtMask(value);
    }

    /** Whether the learning rate falls to the first one as fast as it has risen. */
    public static ThreePhase threePhase(boolean value) {
        return new ThreePhase(value);
    }

    /** The value from which on something differs. */
    public static Threshold threshold(double value) {
        return new Threshold(value);
    }

    /** What a threshold is measured in. */
    public static ThresholdMode thresholdMode(ThresholdMode value) {
        return value;
    }

    /** Where a range ends, exclusive. */
    public static To to(Number value) {
        return new To(value);
    }

    /** The number of steps over which a learning rate changes. */
    public static TotalIters totalIters(int value) {
        return new TotalIters(value);
    }

    /** The length to which sequences are padded at least. */
    public static TotalLength totalLength(int value) {
        return new TotalLength(value);
    }

    /** The smallest change at which the search goes on. */
    public static ToleranceChange toleranceChange(double value) {
        return new ToleranceChange(value);
    }

    /** The largest gradient at which the search ends. */
    public static ToleranceGrad toleranceGrad(double value) {
        return new ToleranceGrad(value);
    }

    /** The number of steps in all. */
    public static TotalSteps totalSteps(int value) {
        return new TotalSteps(value);
    }

    /** Whether a normalisation keeps statistics for evaluation. */
    public static TrackRunningStats trackRunningStats(boolean value) {
        return new TrackRunningStats(value);
    }

    /** Whether a data set is the part for training. */
    public static Train train(boolean value) {
        return new Train(value);
    }

    /** Whether a function that differs in training does what it does there. */
    public static Training training(boolean value) {
        return new Training(value);
    }

    /** What is made of each sample. */
    public static <T, U> Transform<T, U> transform(Function<? super T, ? extends U> value) {
        return new Transform<>(value);
    }

    /** Whether the weight is that of a transposed convolution. */
    public static Transpose transpose(boolean value) {
        return new Transpose(value);
    }

    /** Whether a parametrisation may change the shape and the dtype. */
    public static Unsafe unsafe(boolean value) {
        return new Unsafe(value);
    }

    /** The upper bound of what is drawn. */
    public static UpperBound upper(double value) {
        return new UpperBound(value);
    }

    /** Whether buffers are averaged, too, not copied. */
    public static UseBuffers useBuffers(boolean value) {
        return new UseBuffers(value);
    }

    /** Whether the statistics are those of the input. */
    public static UseInputStats useInputStats(boolean value) {
        return new UseInputStats(value);
    }

    /** Whether queries, keys and values have a weight each. */
    public static UseSeparateProjWeight useSeparateProjWeight(boolean value) {
        return new UseSeparateProjWeight(value);
    }

    /** The weight that projects values; null for none. */
    public static VProjWeight vProjWeight(@Nullable Operand value) {
        return new VProjWeight(value);
    }

    /** Whether the parameter is a step from a fixed orthogonal matrix, the first value. */
    public static UseTrivialization useTrivialization(boolean value) {
        return new UseTrivialization(value);
    }

    /** What is filled in. */
    public static Value value(double value) {
        return new Value(value);
    }

    /** The values that become 0 and 1. */
    public static ValueRange valueRange(double low, double high) {
        return new ValueRange(low, high);
    }

    /** The size of each value. */
    public static Vdim vdim(int value) {
        return new Vdim(value);
    }

    /** A weight for each class; null for none. */
    public static Weight weight(@Nullable Operand value) {
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

    /** What becomes of the rows of a bag. */
    public static BagMode mode(BagMode value) {
        return value;
    }

    /** What padding is filled with. */
    public static PaddingMode mode(PaddingMode value) {
        return value;
    }

    /** Which size of a weight its first numbers are scaled by. */
    public static FanMode mode(FanMode value) {
        return value;
    }

    /** The function behind a layer, for which its first weights are scaled. */
    public static Nonlinearity nonlinearity(Nonlinearity value) {
        return value;
    }

    /** How a quotient becomes a whole number. */
    public static RoundingMode roundingMode(RoundingMode value) {
        return value;
    }

    /** What padding is filled with. */
    public static PaddingMode paddingMode(PaddingMode value) {
        return value;
    }

    /** A set of print options. */
    public static Profile profile(Profile value) {
        return value;
    }

    /** Whether losses without an alignment are 0, gradients as well. */
    public static ZeroInfinity zeroInfinity(boolean value) {
        return new ZeroInfinity(value);
    }

    /** The importance of each observation; null for all the same. */
    public static Aweights aweights(@Nullable Operand value) {
        return new Aweights(value);
    }

    /** The number of bins of a histogram. */
    public static Bins bins(int value) {
        return new Bins(value);
    }

    /** Whether the largest comes first. */
    public static Descending descending(boolean value) {
        return new Descending(value);
    }

    /** The distance between sample points. */
    public static Dx dx(double value) {
        return new Dx(value);
    }

    /** The order of the differences at the edges, 1 or 2. */
    public static EdgeOrder edgeOrder(int value) {
        return new EdgeOrder(value);
    }

    /** How often each observation was made; null for once. */
    public static Fweights fweights(@Nullable Operand value) {
        return new Fweights(value);
    }

    /** What is made of the two elements between which a quantile falls. */
    public static Interpolation interpolation(Interpolation value) {
        return value;
    }

    /** Whether the largest are wanted, and not the smallest. */
    public static Largest largest(boolean value) {
        return new Largest(value);
    }

    /** The upper end of a range. */
    public static Max max(Number value) {
        return new Max(value);
    }

    /** The lower end of a range. */
    public static Min min(Number value) {
        return new Min(value);
    }

    /** The least number of counts. */
    public static Minlength minlength(int value) {
        return new Minlength(value);
    }

    /** Whether places are int32 rather than int64. */
    public static OutInt32 outInt32(boolean value) {
        return new OutInt32(value);
    }

    /** Whether it is counted how often each element occurs. */
    public static ReturnCounts returnCounts(boolean value) {
        return new ReturnCounts(value);
    }

    /** Whether the place of each element in the result is wanted. */
    public static ReturnInverse returnInverse(boolean value) {
        return new ReturnInverse(value);
    }

    /** Whether a value that equals a boundary belongs to the interval above it. */
    public static Right right(boolean value) {
        return new Right(value);
    }

    /** On which side of equal elements a place is looked for. */
    public static Side side(Side value) {
        return value;
    }

    /** Whether the result is in order. */
    public static Sorted sorted(boolean value) {
        return new Sorted(value);
    }

    /** The places that sort a sequence; null if it is sorted. */
    public static Sorter sorter(@Nullable Operand value) {
        return new Sorter(value);
    }

    /** The distance between sample points in all dimensions. */
    public static Spacing spacing(double distance) {
        return new Spacing(List.of(distance), List.of(), true);
    }

    /** The distances between sample points, one a dimension. */
    public static Spacing spacing(double... distances) {
        return new Spacing(Arrays.stream(distances).boxed().toList(), List.of(), false);
    }

    /** The coordinates of the sample points, a tensor a dimension; null for the distance 1. */
    public static Spacing spacing(@Nullable List<? extends Operand> coordinates) {
        return coordinates == null ? spacing(1) : new Spacing(List.of(), List.copyOf(coordinates), false);
    }

    /** Whether equal elements keep their order. */
    public static Stable stable(boolean value) {
        return new Stable(value);
    }

    /** Whether a variance divides by the count less 1 rather than by the count. */
    public static Unbiased unbiased(boolean value) {
        return new Unbiased(value);
    }

    /** What each element counts; null for 1. */
    public static Weights weights(@Nullable Operand value) {
        return new Weights(value);
    }

    /** Whether the same element can be combined with itself. */
    public static WithReplacement withReplacement(boolean value) {
        return new WithReplacement(value);
    }
}
