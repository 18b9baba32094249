package flambeau.functional;

import flambeau.args.AlignCorners;
import flambeau.args.Alpha;
import flambeau.args.Antialias;
import flambeau.args.Approximate;
import flambeau.args.AttnMask;
import flambeau.args.AverageAttnWeights;
import flambeau.args.BagMode;
import flambeau.args.BatchFirst;
import flambeau.args.Beta;
import flambeau.args.Bias;
import flambeau.args.Bidirectional;
import flambeau.args.CeilMode;
import flambeau.args.CountIncludePad;
import flambeau.args.Dilation;
import flambeau.args.Dim;
import flambeau.args.DivisorOverride;
import flambeau.args.DropoutP;
import flambeau.args.EnableGqa;
import flambeau.args.Eps;
import flambeau.args.GridPadding;
import flambeau.args.Groups;
import flambeau.args.Hard;
import flambeau.args.IncludeLastOffset;
import flambeau.args.Inplace;
import flambeau.args.InterpolateMode;
import flambeau.args.IsCausal;
import flambeau.args.K;
import flambeau.args.KProjWeight;
import flambeau.args.Keepdim;
import flambeau.args.KeyPaddingMask;
import flambeau.args.Lambd;
import flambeau.args.Lower;
import flambeau.args.MaxNorm;
import flambeau.args.MaxVal;
import flambeau.args.MinVal;
import flambeau.args.Momentum;
import flambeau.args.NeedWeights;
import flambeau.args.NegativeSlope;
import flambeau.args.NormType;
import flambeau.args.NumClasses;
import flambeau.args.NumLayers;
import flambeau.args.Offsets;
import flambeau.args.OutputPadding;
import flambeau.args.OutputRatio;
import flambeau.args.OutputSize;
import flambeau.args.P;
import flambeau.args.Padding;
import flambeau.args.PaddingIdx;
import flambeau.args.PaddingMode;
import flambeau.args.PerSampleWeights;
import flambeau.args.QProjWeight;
import flambeau.args.RandomSamples;
import flambeau.args.RandomSource;
import flambeau.args.RecomputeScaleFactor;
import flambeau.args.Scale;
import flambeau.args.ScaleFactor;
import flambeau.args.ScaleGradByFreq;
import flambeau.args.Size;
import flambeau.args.Sparse;
import flambeau.args.StaticK;
import flambeau.args.StaticV;
import flambeau.args.Stride;
import flambeau.args.Tau;
import flambeau.args.Threshold;
import flambeau.args.Training;
import flambeau.args.UpperBound;
import flambeau.args.UseInputStats;
import flambeau.args.UseSeparateProjWeight;
import flambeau.args.VProjWeight;
import flambeau.args.Value;

/** Which keywords the functions of {@link F} take. */
public final class Takes {
    private Takes() {}

    /** An activation that can replace its input: inplace. */
    public interface Activation extends Inplace.Taker {}

    /** A function between two values: minVal, maxVal, inplace. */
    public interface Hardtanh extends MinVal.Taker, MaxVal.Taker, Activation {}

    /** A rectifier with a slope below 0: negativeSlope, inplace. */
    public interface LeakyRelu extends NegativeSlope.Taker, Activation {}

    /** A rectifier with a random slope: lower, upper, training, inplace, generator. */
    public interface Rrelu extends Lower.Taker, UpperBound.Taker, Training.Taker, Activation, RandomSource.Taker {}

    /** An exponential rectifier: alpha, inplace. */
    public interface Elu extends Alpha.Taker, Activation {}

    /** The Gaussian unit: approximate. */
    public interface Gelu extends Approximate.Taker {}

    /** The soft rectifier: beta, threshold. */
    public interface Softplus extends Beta.Taker, Threshold.Taker {}

    /** A function that is 0 around 0: lambd. */
    public interface Shrink extends Lambd.Taker {}

    /** The gated linear unit: dim. */
    public interface Glu extends Dim.Taker {}

    /** A soft sample: tau, hard, dim, generator. */
    public interface GumbelSoftmax extends Tau.Taker, Hard.Taker, Dim.Taker, RandomSource.Taker {}

    /** A convolution: stride, padding, dilation, groups. */
    public interface Conv extends Stride.Taker, Padding.Taker, Dilation.Taker, Groups.Taker {}

    /** Padding: mode, value. */
    public interface Pad extends PaddingMode.Taker, Value.Taker {}

    /** Maximum pooling: stride, padding, dilation, ceilMode. */
    public interface MaxPool extends Stride.Taker, Padding.Taker, Dilation.Taker, CeilMode.Taker {}

    /** A transposed convolution: stride, padding, outputPadding, groups, dilation. */
    public interface ConvTranspose extends Conv, OutputPadding.Taker {}

    /** Average pooling of rows: stride, padding, ceilMode, countIncludePad. */
    public interface AvgPool1d extends Stride.Taker, Padding.Taker, CeilMode.Taker, CountIncludePad.Taker {}

    /** Average pooling: stride, padding, ceilMode, countIncludePad, divisorOverride. */
    public interface AvgPool extends AvgPool1d, DivisorOverride.Taker {}

    /** Power-average pooling: stride, ceilMode. */
    public interface LpPool extends Stride.Taker, CeilMode.Taker {}

    /** Pooling at random places: outputSize, outputRatio, randomSamples, generator. */
    public interface FractionalMaxPool
            extends OutputSize.Taker, OutputRatio.Taker, RandomSamples.Taker, RandomSource.Taker {}

    /** The inverse of maximum pooling: stride, padding, outputSize. */
    public interface MaxUnpool extends Stride.Taker, Padding.Taker, OutputSize.Taker {}

    /** Batch normalisation: training, momentum, eps. */
    public interface BatchNorm extends Training.Taker, Momentum.Taker, Eps.Taker {}

    /** Layer normalisation: eps. */
    public interface LayerNorm extends Eps.Taker {}

    /** Instance normalisation: useInputStats, momentum, eps. */
    public interface InstanceNorm extends UseInputStats.Taker, Momentum.Taker, Eps.Taker {}

    /** Group normalisation: eps. */
    public interface GroupNorm extends Eps.Taker {}

    /** Normalisation by the root of the mean square: eps. */
    public interface RmsNorm extends Eps.Taker {}

    /** Normalisation among neighbouring channels: alpha, beta, k. */
    public interface LocalResponseNorm extends Alpha.Taker, Beta.Taker, K.Taker {}

    /** Vectors of length 1: p, dim, eps. */
    public interface Normalize extends P.Taker, Dim.Taker, Eps.Taker {}

    /** Rows by number: paddingIdx, maxNorm, normType, scaleGradByFreq, sparse. */
    public interface Embedding
            extends PaddingIdx.Taker, MaxNorm.Taker, NormType.Taker, ScaleGradByFreq.Taker, Sparse.Taker {}

    /** Bags of rows: offsets, mode, perSampleWeights, includeLastOffset, and what an embedding takes. */
    public interface EmbeddingBag
            extends Offsets.Taker, BagMode.Taker, PerSampleWeights.Taker, IncludeLastOffset.Taker, Embedding {}

    /** Dropout: p, training, inplace, generator. */
    public interface Dropout extends P.Taker, Training.Taker, Inplace.Taker, RandomSource.Taker {}

    /** A recurrent network: numLayers, bias, batchFirst, dropout, training, bidirectional, generator. */
    public interface Recurrent
            extends NumLayers.Taker,
                    Bias.Taker,
                    BatchFirst.Taker,
                    flambeau.args.Dropout.Taker,
                    Training.Taker,
                    Bidirectional.Taker,
                    RandomSource.Taker {}

    /** Attention: attnMask, dropoutP, isCausal, scale, enableGqa, generator. */
    public interface ScaledDotProductAttention
            extends AttnMask.Taker, DropoutP.Taker, IsCausal.Taker, Scale.Taker, EnableGqa.Taker, RandomSource.Taker {}

    /**
     * Attention by several heads: training, keyPaddingMask, needWeights, attnMask, useSeparateProjWeight, qProjWeight,
     * kProjWeight, vProjWeight, staticK, staticV, averageAttnWeights, isCausal, batchFirst, generator.
     */
    public interface MultiHeadAttention
            extends Training.Taker,
                    KeyPaddingMask.Taker,
                    NeedWeights.Taker,
                    AttnMask.Taker,
                    UseSeparateProjWeight.Taker,
                    QProjWeight.Taker,
                    KProjWeight.Taker,
                    VProjWeight.Taker,
                    StaticK.Taker,
                    StaticV.Taker,
                    AverageAttnWeights.Taker,
                    IsCausal.Taker,
                    BatchFirst.Taker,
                    RandomSource.Taker {}

    /** One-hot vectors: numClasses. */
    public interface OneHot extends NumClasses.Taker {}

    /** An image in another size: size, scaleFactor. */
    public interface Resize extends Size.Taker, ScaleFactor.Taker {}

    /** An image in another size: size, scaleFactor, mode, alignCorners. */
    public interface Upsample extends Resize, InterpolateMode.Taker, AlignCorners.Taker {}

    /** An image in another size: size, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias. */
    public interface Interpolate extends Upsample, RecomputeScaleFactor.Taker, Antialias.Taker {}

    /** An image bent by a grid: mode, paddingMode, alignCorners. */
    public interface GridSample extends InterpolateMode.Taker, GridPadding.Taker, AffineGrid {}

    /** A grid of affine maps: alignCorners. */
    public interface AffineGrid extends AlignCorners.Taker {}

    /** The windows of an image: dilation, padding, stride. */
    public interface Unfold extends Dilation.Taker, Padding.Taker, Stride.Taker {}

    /** The angle between vectors: dim, eps. */
    public interface CosineSimilarity extends Dim.Taker, Eps.Taker {}

    /** The distance of vectors: p, eps, keepdim. */
    public interface PairwiseDistance extends P.Taker, Eps.Taker, Keepdim.Taker {}

    /** The distances of all pairs: p. */
    public interface Pdist extends P.Taker {}
}
