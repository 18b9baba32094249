package flambeau.nn;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.freeze;
import static flambeau.args.Args.given;
import static flambeau.args.Args.includeLastOffset;
import static flambeau.args.Args.maxNorm;
import static flambeau.args.Args.mode;
import static flambeau.args.Args.normType;
import static flambeau.args.Args.offsets;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.perSampleWeights;
import static flambeau.args.Args.scaleGradByFreq;
import static flambeau.args.Args.sparse;
import static flambeau.functional.F.embeddingBag;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.BagMode;
import flambeau.args.Dtype;
import flambeau.args.Freeze;
import flambeau.args.IncludeLastOffset;
import flambeau.args.MaxNorm;
import flambeau.args.NormType;
import flambeau.args.Offsets;
import flambeau.args.PaddingIdx;
import flambeau.args.PerSampleWeights;
import flambeau.args.ScaleGradByFreq;
import flambeau.args.Sparse;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The sum, the mean or the largest of the learnt rows that each bag of numbers names, without making those rows first.
 *
 * <p>Input: int64 or int32 {@code [bags, size]}, or {@code [m]} with offsets; output {@code [bags, d]}. First values are normal
 * numbers, row paddingIdx is 0 and does not count. An empty bag gives zeros. Source: {@code torch.nn.EmbeddingBag}.
 *
 * {@snippet :
 * var bag = new EmbeddingBag(10, 3, mode(BagMode.SUM));
 * var y = bag.apply(tensor(1, 2, 4, 5), offsets(tensor(0, 3))); // of 1, 2, 4 and of 5
 * }
 */
public class EmbeddingBag extends Layer
        implements MaxNorm.Taker,
                NormType.Taker,
                ScaleGradByFreq.Taker,
                BagMode.Taker,
                Sparse.Taker,
                IncludeLastOffset.Taker,
                PaddingIdx.Taker,
                Dtype.Taker {
    /** A call: offsets, perSampleWeights. */
    public interface Call extends Offsets.Taker, PerSampleWeights.Taker {}

    /** Making one of given rows: freeze, and what the constructor takes. */
    public interface Pretrained
            extends Freeze.Taker,
                    MaxNorm.Taker,
                    NormType.Taker,
                    ScaleGradByFreq.Taker,
                    BagMode.Taker,
                    Sparse.Taker,
                    IncludeLastOffset.Taker,
                    PaddingIdx.Taker {}

    /** The number of rows. */
    public final int numEmbeddings;

    /** The size of a row. */
    public final int embeddingDim;

    /** What becomes of the rows of a bag. */
    public final BagMode mode;

    /** The row that does not count, from 0 on; null for none. */
    public final PaddingIdx paddingIdx;

    private final MaxNorm maxNorm;
    private final NormType normType;
    private final ScaleGradByFreq scaleGradByFreq;
    private final Sparse sparse;
    private final IncludeLastOffset includeLastOffset;

    /** [n, d]. */
    public final Parameter weight;

    /**
     * A table of random rows.
     *
     * @param numEmbeddings the number of rows
     * @param embeddingDim the size of a row
     * @param args maxNorm (none), normType (2), scaleGradByFreq (false), mode (MEAN), sparse (false), includeLastOffset (false),
     *     paddingIdx (none), dtype (float32)
     * @throws IllegalArgumentException if a size is negative, or there is no row paddingIdx
     */
    @SafeVarargs
    public EmbeddingBag(int numEmbeddings, int embeddingDim, Arg<? super EmbeddingBag>... args) {
        this(numEmbeddings, embeddingDim, null, args);
    }

    private EmbeddingBag(int numEmbeddings, int embeddingDim, @Nullable Parameter rows, Arg<?>[] args) {
        this.numEmbeddings = numEmbeddings;
        this.embeddingDim = embeddingDim;
        paddingIdx = Embedding.row("EmbeddingBag", given(args, paddingIdx(null)), numEmbeddings, embeddingDim);
        maxNorm = given(args, maxNorm(null));
        normType = given(args, normType(2.0));
        scaleGradByFreq = given(args, scaleGradByFreq(false));
        mode = given(args, mode(BagMode.MEAN));
        sparse = given(args, sparse(false));
        includeLastOffset = given(args, includeLastOffset(false));
        weight = rows == null
                ? new Parameter(empty(shape(numEmbeddings, embeddingDim), given(args, dtype(getDefaultDtype()))))
                : rows;
        if (rows == null) resetParameters();
    }

    /**
     * A table of given rows.
     *
     * @param embeddings [n, d]; shared, not copied
     * @param args freeze (true): whether they take no gradient; maxNorm (none), normType (2), scaleGradByFreq (false), mode (MEAN),
     *     sparse (false), includeLastOffset (false), paddingIdx (none)
     * @throws IllegalArgumentException if there are not 2 dimensions, or there is no row paddingIdx
     */
    @SafeVarargs
    public static EmbeddingBag fromPretrained(Tensor embeddings, Arg<? super Pretrained>... args) {
        Embedding.checkRows("EmbeddingBag", embeddings);
        var rows = new Parameter(
                embeddings,
                flambeau.args.Args.requiresGrad(!given(args, freeze(true)).value()));
        return new EmbeddingBag(embeddings.size(0), embeddings.size(1), rows, args);
    }

    /** Draws new first values. */
    public final void resetParameters() {
        Init.normal_(weight, 0, 1);
        Embedding.zeroRow(weight, paddingIdx);
    }

    /**
     * The bags of {@code x}; without hooks.
     *
     * @param x [bags, size], or [m] with offsets; int64 or int32
     * @param args offsets (none): where bags begin in x; perSampleWeights (none): factors of rows, in x's shape, for mode SUM
     * @return [bags, d]
     */
    @SafeVarargs
    public final Tensor apply(Tensor x, Arg<? super Call>... args) {
        return call(() -> bags(x, args));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return bags(x);
    }

    private Tensor bags(Tensor x, Arg<?>... args) {
        return embeddingBag(
                x,
                weight,
                given(args, offsets(null)),
                given(args, perSampleWeights(null)),
                maxNorm,
                normType,
                scaleGradByFreq,
                mode,
                sparse,
                includeLastOffset,
                paddingIdx);
    }

    @Override
    protected String extraRepr() {
        return numEmbeddings + ", " + embeddingDim
                + Embedding.options(maxNorm, normType, scaleGradByFreq)
                + ", mode='" + mode + "'"
                + (paddingIdx.value() == null ? "" : ", padding_idx=" + paddingIdx.value());
    }
}
