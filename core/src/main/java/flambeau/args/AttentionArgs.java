package flambeau.args;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keywords of attention and transformers. */
abstract sealed class AttentionArgs extends ArithmeticArgs permits AutogradArgs {
    AttentionArgs() {}

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

    /** Which places attend to which: truth values, or what is added to scores; null for none. */
    public static AttnMask attnMask(@Nullable Operand value) {
        return new AttnMask(value);
    }

    /** Whether the weights of attention are averaged over heads. */
    public static AverageAttnWeights averageAttnWeights(boolean value) {
        return new AverageAttnWeights(value);
    }

    /** The decoder in place of the usual one; null for none. */
    public static <M> CustomDecoder<M> customDecoder(@Nullable M value) {
        return new CustomDecoder<>(value);
    }

    /** The encoder in place of the usual one; null for none. */
    public static <M> CustomEncoder<M> customEncoder(@Nullable M value) {
        return new CustomEncoder<>(value);
    }

    /** The size between the two linear layers. */
    public static DimFeedforward dimFeedforward(int value) {
        return new DimFeedforward(value);
    }

    /** The size of each element of a sequence. */
    public static DModel dModel(int value) {
        return new DModel(value);
    }

    /** The probability that a weight of attention becomes 0. */
    public static DropoutP dropoutP(double value) {
        return new DropoutP(value);
    }

    /** Whether groups of query heads share a head of keys and values. */
    public static EnableGqa enableGqa(boolean value) {
        return new EnableGqa(value);
    }

    /** Whether PyTorch may pack padded batches. */
    public static EnableNestedTensor enableNestedTensor(boolean value) {
        return new EnableNestedTensor(value);
    }

    /** Whether each place attends only to those up to itself. */
    public static IsCausal isCausal(boolean value) {
        return new IsCausal(value);
    }

    /** The size of each key. */
    public static Kdim kdim(int value) {
        return new Kdim(value);
    }

    /** Which keys do not count: true, or what is added to their scores; null for none. */
    public static KeyPaddingMask keyPaddingMask(@Nullable Operand value) {
        return new KeyPaddingMask(value);
    }

    /** The weight that projects keys; null for none. */
    public static KProjWeight kProjWeight(@Nullable Operand value) {
        return new KProjWeight(value);
    }

    /** The eps of the layer normalisations. */
    public static LayerNormEps layerNormEps(double value) {
        return new LayerNormEps(value);
    }

    /** Which places attend to which: true for those that do not, or what is added to scores; null for none. */
    public static Mask mask(@Nullable Operand value) {
        return new Mask(value);
    }

    /** Whether PyTorch looks at masks before it packs padded batches. */
    public static MaskCheck maskCheck(boolean value) {
        return new MaskCheck(value);
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

    /** Whether the weights of attention are returned. */
    public static NeedWeights needWeights(boolean value) {
        return new NeedWeights(value);
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

    /** The number of layers that decode. */
    public static NumDecoderLayers numDecoderLayers(int value) {
        return new NumDecoderLayers(value);
    }

    /** The number of layers that encode. */
    public static NumEncoderLayers numEncoderLayers(int value) {
        return new NumEncoderLayers(value);
    }

    /** The weight that projects queries; null for none. */
    public static QProjWeight qProjWeight(@Nullable Operand value) {
        return new QProjWeight(value);
    }

    /** The factor of the products of queries and keys. */
    public static Scale scale(double value) {
        return new Scale(value);
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

    /** Keys that are projected and split by heads already; null for none. */
    public static StaticK staticK(@Nullable Operand value) {
        return new StaticK(value);
    }

    /** Values that are projected and split by heads already; null for none. */
    public static StaticV staticV(@Nullable Operand value) {
        return new StaticV(value);
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

    /** Whether queries, keys and values have a weight each. */
    public static UseSeparateProjWeight useSeparateProjWeight(boolean value) {
        return new UseSeparateProjWeight(value);
    }

    /** The size of each value. */
    public static Vdim vdim(int value) {
        return new Vdim(value);
    }

    /** The weight that projects values; null for none. */
    public static VProjWeight vProjWeight(@Nullable Operand value) {
        return new VProjWeight(value);
    }
}
