package flambeau.nn;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.freeze;
import static flambeau.args.Args.given;
import static flambeau.args.Args.maxNorm;
import static flambeau.args.Args.normType;
import static flambeau.args.Args.paddingIdx;
import static flambeau.args.Args.scaleGradByFreq;
import static flambeau.args.Args.sparse;
import static flambeau.functional.F.embedding;
import static flambeau.tensor.Tensors.empty;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.Dtype;
import flambeau.args.Freeze;
import flambeau.args.MaxNorm;
import flambeau.args.NormType;
import flambeau.args.PaddingIdx;
import flambeau.args.ScaleGradByFreq;
import flambeau.args.Sparse;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A table of learnt rows, looked up by number: {@code y = weight[x]}.
 *
 * <p>Input: int64 or int32 of any shape; output {@code [.., d]}. First values are normal numbers, row paddingIdx is 0. With
 * maxNorm, a call first shortens the named rows in place. Source: {@code torch.nn.Embedding}.
 *
 * {@snippet :
 * var words = new Embedding(10_000, 64, paddingIdx(0));
 * }
 */
public class Embedding extends Layer
        implements PaddingIdx.Taker, MaxNorm.Taker, NormType.Taker, ScaleGradByFreq.Taker, Sparse.Taker, Dtype.Taker {
    /** Making an embedding of given rows: freeze, and what the constructor takes. */
    public interface Pretrained
            extends Freeze.Taker,
                    PaddingIdx.Taker,
                    MaxNorm.Taker,
                    NormType.Taker,
                    ScaleGradByFreq.Taker,
                    Sparse.Taker {}

    /** The number of rows. */
    public final int numEmbeddings;

    /** The size of a row. */
    public final int embeddingDim;

    /** The row that gets no gradient, from 0 on; null for none. */
    public final PaddingIdx paddingIdx;

    /** The norm above which rows are shortened to it. */
    public final MaxNorm maxNorm;

    private final NormType normType;
    private final ScaleGradByFreq scaleGradByFreq;
    private final Sparse sparse;

    /** [n, d]. */
    public final Parameter weight;

    /**
     * A table of random rows.
     *
     * @param numEmbeddings the number of rows
     * @param embeddingDim the size of a row
     * @param args paddingIdx (none), maxNorm (none), normType (2), scaleGradByFreq (false), sparse (false), dtype (float32)
     * @throws IllegalArgumentException if a size is negative, or there is no row paddingIdx
     */
    @SafeVarargs
    public Embedding(int numEmbeddings, int embeddingDim, Arg<? super Embedding>... args) {
        this(numEmbeddings, embeddingDim, null, args);
    }

    private Embedding(int numEmbeddings, int embeddingDim, @Nullable Parameter rows, Arg<?>[] args) {
        this.numEmbeddings = numEmbeddings;
        this.embeddingDim = embeddingDim;
        paddingIdx = row("Embedding", given(args, paddingIdx(null)), numEmbeddings, embeddingDim);
        maxNorm = given(args, maxNorm(null));
        normType = given(args, normType(2.0));
        scaleGradByFreq = given(args, scaleGradByFreq(false));
        sparse = given(args, sparse(false));
        weight = rows == null
                ? new Parameter(empty(shape(numEmbeddings, embeddingDim), given(args, dtype(getDefaultDtype()))))
                : rows;
        if (rows == null) resetParameters();
    }

    /** {@code padding} counted from 0 on, sizes being checked. */
    static PaddingIdx row(String name, PaddingIdx padding, int n, int d) {
        if (n < 0 || d < 0)
            throw new IllegalArgumentException("%s: sizes must not be negative, got %s and %s".formatted(name, n, d));
        var index = padding.value();
        if (index == null) return padding;
        if (index < -n || index >= n)
            throw new IllegalArgumentException(
                    "%s: paddingIdx must be in [%s, %s), got %s".formatted(name, -n, n, index));
        return paddingIdx(Math.floorMod(index, n));
    }

    /**
     * A table of given rows.
     *
     * @param embeddings [n, d]; shared, not copied
     * @param args freeze (true): whether they take no gradient; paddingIdx (none), maxNorm (none), normType (2), scaleGradByFreq
     *     (false), sparse (false)
     * @throws IllegalArgumentException if there are not 2 dimensions, or there is no row paddingIdx
     */
    @SafeVarargs
    public static Embedding fromPretrained(Tensor embeddings, Arg<? super Pretrained>... args) {
        checkRows("Embedding", embeddings);
        var rows = new Parameter(
                embeddings,
                flambeau.args.Args.requiresGrad(!given(args, freeze(true)).value()));
        return new Embedding(embeddings.size(0), embeddings.size(1), rows, args);
    }

    static void checkRows(String name, Tensor embeddings) {
        if (embeddings.dim() != 2)
            throw new IllegalArgumentException("%s.fromPretrained: embeddings must be [n, d], got %s"
                    .formatted(name, embeddings.shape().text()));
    }

    /** Draws new first values. */
    public final void resetParameters() {
        Init.normal_(weight, 0, 1);
        zeroRow(weight, paddingIdx);
    }

    static void zeroRow(Parameter weight, PaddingIdx padding) {
        if (padding.value() != null) Init.zeros_(weight.detach().select(0, padding.value()));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return embedding(x, weight, paddingIdx, maxNorm, normType, scaleGradByFreq, sparse);
    }

    @Override
    protected String extraRepr() {
        return numEmbeddings + ", " + embeddingDim
                + (paddingIdx.value() == null ? "" : ", padding_idx=" + paddingIdx.value())
                + options(maxNorm, normType, scaleGradByFreq)
                + (sparse.value() ? ", sparse=True" : "");
    }

    static String options(MaxNorm maxNorm, NormType normType, ScaleGradByFreq byFrequency) {
        return (maxNorm.value() == null ? "" : ", max_norm=" + Repr.of(maxNorm.value()))
                + (normType.value().doubleValue() == 2 ? "" : ", norm_type=" + Repr.of(normType.value()))
                + (byFrequency.value() ? ", scale_grad_by_freq=True" : "");
    }
}
