package flambeau.nn;

import static flambeau.args.Args.attnMask;
import static flambeau.args.Args.batchFirst;
import static flambeau.args.Args.bias;
import static flambeau.args.Args.dimFeedforward;
import static flambeau.args.Args.dropout;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.keyPaddingMask;
import static flambeau.args.Args.layerNormEps;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.normFirst;
import static flambeau.args.Args.p;
import static flambeau.args.Args.srcKeyPaddingMask;
import static flambeau.args.Args.srcMask;

import flambeau.args.Activation;
import flambeau.args.ActivationFunction;
import flambeau.args.Arg;
import flambeau.args.BatchFirst;
import flambeau.args.Bias;
import flambeau.args.DimFeedforward;
import flambeau.args.IsCausal;
import flambeau.args.LayerNormEps;
import flambeau.args.NormFirst;
import flambeau.args.RandomSource;
import flambeau.args.SrcKeyPaddingMask;
import flambeau.args.SrcMask;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Attention of a sequence to itself, then two linear layers with a function between them, each added to its input and normalised:
 * {@code h = norm1(x + attention(x)); y = norm2(h + linear2(f(linear1(h))))}; with {@code normFirst(true)} {@code h = x +
 * attention(norm1(x)); y = h + linear2(f(linear1(norm2(h))))}.
 *
 * <p>Input and output {@code [l, n, dModel]}, with {@code batchFirst(true)} {@code [n, l, dModel]}, or {@code [l, dModel]}. There
 * is a dropout in the attention, behind the function and behind both blocks. Source: {@code torch.nn.TransformerEncoderLayer};
 * Vaswani et al., Attention Is All You Need.
 *
 * {@snippet :
 * var layer = new TransformerEncoderLayer(512, 8, dimFeedforward(1024), activation(v -> gelu(v)), batchFirst(true));
 * y = layer.apply(x);
 * }
 */
public class TransformerEncoderLayer extends Layer
        implements DimFeedforward.Taker,
                flambeau.args.Dropout.Taker,
                ActivationFunction.Taker,
                Activation.Taker<Tensor>,
                LayerNormEps.Taker,
                BatchFirst.Taker,
                NormFirst.Taker,
                Bias.Taker,
                RandomSource.Taker {
    /** A call: srcMask, srcKeyPaddingMask, isCausal. */
    public interface Call extends SrcMask.Taker, SrcKeyPaddingMask.Taker, IsCausal.Taker {}

    /** The attention of the sequence to itself. */
    public final MultiheadAttention selfAttn;

    /** From dModel to dimFeedforward. */
    public final Linear linear1;

    /** Behind the function. */
    public final Dropout dropout;

    /** From dimFeedforward to dModel. */
    public final Linear linear2;

    /** Of the attention. */
    public final LayerNorm norm1;

    /** Of the linear layers. */
    public final LayerNorm norm2;

    /** Behind the attention. */
    public final Dropout dropout1;

    /** Behind the linear layers. */
    public final Dropout dropout2;

    /** The function between the linear layers. */
    public final UnaryOperator<Tensor> activation;

    private final NormFirst normFirst;

    /**
     * A layer of an encoder.
     *
     * @param dModel the size of each element of the sequence
     * @param nhead the number of heads, which divides it
     * @param args dimFeedforward (2048), dropout (0.1), activation (RELU): a function, or RELU or GELU by name; layerNormEps
     *     (1e-5), batchFirst (false), normFirst (false), bias (true): of all linear layers and normalisations; generator of the
     *     dropout (the default one)
     * @throws IllegalArgumentException if a size is not positive, nhead does not divide dModel, or dropout is not in [0, 1]
     */
    @SafeVarargs
    public TransformerEncoderLayer(int dModel, int nhead, Arg<? super TransformerEncoderLayer>... args) {
        int inner = given(args, dimFeedforward(2048)).value();
        var p = given(args, dropout(0.1));
        var bias = given(args, bias(true));
        var source = Transformers.source(args);
        var eps = eps(given(args, layerNormEps(1e-5)).value());
        selfAttn = new MultiheadAttention(dModel, nhead, p, bias, given(args, batchFirst(false)), source);
        linear1 = new Linear(dModel, inner, bias);
        dropout = new Dropout(p(p.value()), source);
        linear2 = new Linear(inner, dModel, bias);
        norm1 = new LayerNorm(dModel, eps, bias);
        norm2 = new LayerNorm(dModel, eps, bias);
        dropout1 = new Dropout(p(p.value()), source);
        dropout2 = new Dropout(p(p.value()), source);
        activation = Transformers.activation("TransformerEncoderLayer", args);
        normFirst = given(args, normFirst(false));
    }

    @Override
    protected Tensor forward(Tensor src) {
        return forward(src, null, null, false);
    }

    /**
     * What this layer computes.
     *
     * @param mask which places attend to which, or null
     * @param padding which places do not count, or null
     * @param isCausal a hint that the mask is causal
     */
    protected Tensor forward(Tensor src, @Nullable Tensor mask, @Nullable Tensor padding, boolean isCausal) {
        if (normFirst.value()) {
            var h = src.add(attend(norm1.apply(src), mask, padding, isCausal));
            return h.add(feedForward(norm2.apply(h)));
        }
        var h = norm1.apply(src.add(attend(src, mask, padding, isCausal)));
        return norm2.apply(h.add(feedForward(h)));
    }

    private Tensor attend(Tensor x, @Nullable Tensor mask, @Nullable Tensor padding, boolean isCausal) {
        var attended = selfAttn.apply(
                x, x, x, attnMask(mask), keyPaddingMask(padding), needWeights(false), isCausal(isCausal));
        return dropout1.apply(attended.attnOutput());
    }

    private Tensor feedForward(Tensor x) {
        return dropout2.apply(linear2.apply(dropout.apply(activation.apply(linear1.apply(x)))));
    }

    /**
     * Like {@link #apply(Tensor)}, with masks: bool, true where a place is left out, or floating, added to the scores.
     *
     * @param src [l, n, dModel], [n, l, dModel] or [l, dModel]
     * @param args srcMask (none): [l, l] or [n nhead, l, l]; srcKeyPaddingMask (none): [n, l] or [l]; isCausal (false): a hint
     *     that srcMask, which must be there, is causal
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final Tensor apply(Tensor src, Arg<? super Call>... args) {
        var mask = (Tensor) given(args, srcMask(null)).value();
        var padding = (Tensor) given(args, srcKeyPaddingMask(null)).value();
        boolean causal = given(args, isCausal(false)).value();
        return run(src, x -> forward(x, mask, padding, causal));
    }
}
