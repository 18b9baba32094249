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
import static flambeau.args.Args.memoryIsCausal;
import static flambeau.args.Args.memoryKeyPaddingMask;
import static flambeau.args.Args.memoryMask;
import static flambeau.args.Args.needWeights;
import static flambeau.args.Args.normFirst;
import static flambeau.args.Args.p;
import static flambeau.args.Args.tgtIsCausal;
import static flambeau.args.Args.tgtKeyPaddingMask;
import static flambeau.args.Args.tgtMask;

import flambeau.args.Activation;
import flambeau.args.ActivationFunction;
import flambeau.args.Arg;
import flambeau.args.BatchFirst;
import flambeau.args.Bias;
import flambeau.args.DimFeedforward;
import flambeau.args.LayerNormEps;
import flambeau.args.MemoryIsCausal;
import flambeau.args.MemoryKeyPaddingMask;
import flambeau.args.MemoryMask;
import flambeau.args.NormFirst;
import flambeau.args.RandomSource;
import flambeau.args.TgtIsCausal;
import flambeau.args.TgtKeyPaddingMask;
import flambeau.args.TgtMask;
import flambeau.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * Attention of a sequence to itself, then to a memory, then two linear layers with a function between them, each added to its input
 * and normalised: {@code h = norm1(x + attention(x)); g = norm2(h + attention(h, memory)); y = norm3(g +
 * linear2(f(linear1(g))))}; with {@code normFirst(true)} each normalisation stands before its block, as in {@link
 * TransformerEncoderLayer}.
 *
 * <p>Target and output {@code [l, n, dModel]}, memory {@code [s, n, dModel]}; with {@code batchFirst(true)} n comes first; all may
 * lack n. There is a dropout in both attentions, behind the function and behind the three blocks. Source: {@code
 * torch.nn.TransformerDecoderLayer}; Vaswani et al., Attention Is All You Need.
 *
 * {@snippet :
 * var layer = new TransformerDecoderLayer(512, 8);
 * y = layer.apply(target, x, tgtMask(Transformer.generateSquareSubsequentMask(20)), tgtIsCausal(true));
 * }
 */
public class TransformerDecoderLayer extends Module
        implements DimFeedforward.Taker,
                flambeau.args.Dropout.Taker,
                ActivationFunction.Taker,
                Activation.Taker<Tensor>,
                LayerNormEps.Taker,
                BatchFirst.Taker,
                NormFirst.Taker,
                Bias.Taker,
                RandomSource.Taker {
    /** A call: tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal. */
    public interface Call
            extends TgtMask.Taker,
                    MemoryMask.Taker,
                    TgtKeyPaddingMask.Taker,
                    MemoryKeyPaddingMask.Taker,
                    TgtIsCausal.Taker,
                    MemoryIsCausal.Taker {}

    /** The attention of the target to itself. */
    public final MultiheadAttention selfAttn;

    /** The attention of the target to the memory. */
    public final MultiheadAttention multiheadAttn;

    /** From dModel to dimFeedforward. */
    public final Linear linear1;

    /** Behind the function. */
    public final Dropout dropout;

    /** From dimFeedforward to dModel. */
    public final Linear linear2;

    /** Of the attention of the target to itself. */
    public final LayerNorm norm1;

    /** Of the attention to the memory. */
    public final LayerNorm norm2;

    /** Of the linear layers. */
    public final LayerNorm norm3;

    /** Behind the attention of the target to itself. */
    public final Dropout dropout1;

    /** Behind the attention to the memory. */
    public final Dropout dropout2;

    /** Behind the linear layers. */
    public final Dropout dropout3;

    /** The function between the linear layers. */
    public final UnaryOperator<Tensor> activation;

    private final NormFirst normFirst;

    /**
     * A layer of a decoder.
     *
     * @param dModel the size of each element of the sequences
     * @param nhead the number of heads, which divides it
     * @param args dimFeedforward (2048), dropout (0.1), activation (RELU): a function, or RELU or GELU by name; layerNormEps
     *     (1e-5), batchFirst (false), normFirst (false), bias (true): of all linear layers and normalisations; generator of the
     *     dropout (the default one)
     * @throws IllegalArgumentException if a size is not positive, nhead does not divide dModel, or dropout is not in [0, 1]
     */
    @SafeVarargs
    public TransformerDecoderLayer(int dModel, int nhead, Arg<? super TransformerDecoderLayer>... args) {
        int inner = given(args, dimFeedforward(2048)).value();
        var p = given(args, dropout(0.1));
        var bias = given(args, bias(true));
        var source = Transformers.source(args);
        var batchFirst = given(args, batchFirst(false));
        var eps = eps(given(args, layerNormEps(1e-5)).value());
        selfAttn = new MultiheadAttention(dModel, nhead, p, bias, batchFirst, source);
        multiheadAttn = new MultiheadAttention(dModel, nhead, p, bias, batchFirst, source);
        linear1 = new Linear(dModel, inner, bias);
        dropout = new Dropout(p(p.value()), source);
        linear2 = new Linear(inner, dModel, bias);
        norm1 = new LayerNorm(dModel, eps, bias);
        norm2 = new LayerNorm(dModel, eps, bias);
        norm3 = new LayerNorm(dModel, eps, bias);
        dropout1 = new Dropout(p(p.value()), source);
        dropout2 = new Dropout(p(p.value()), source);
        dropout3 = new Dropout(p(p.value()), source);
        activation = Transformers.activation("TransformerDecoderLayer", args);
        normFirst = given(args, normFirst(false));
    }

    /**
     * The next values of {@code tgt}, which looks at {@code memory}. Masks are bool, true where a place is left out, or floating,
     * added to the scores.
     *
     * @param tgt [l, n, dModel], [n, l, dModel] or [l, dModel]
     * @param memory [s, n, dModel], [n, s, dModel] or [s, dModel]
     * @param args tgtMask (none): [l, l] or [n nhead, l, l]; memoryMask (none): [l, s] or [n nhead, l, s]; tgtKeyPaddingMask
     *     (none): [n, l] or [l]; memoryKeyPaddingMask (none): [n, s] or [s]; tgtIsCausal (false), memoryIsCausal (false): hints
     *     that tgtMask or memoryMask, which must be there, is causal
     * @return tgt's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final Tensor apply(Tensor tgt, Tensor memory, Arg<? super Call>... args) {
        return call(() -> {
            var x = tgt;
            if (normFirst.value()) {
                x = x.add(toSelf(norm1.apply(x), args));
                x = x.add(toMemory(norm2.apply(x), memory, args));
                return x.add(feedForward(norm3.apply(x)));
            }
            x = norm1.apply(x.add(toSelf(x, args)));
            x = norm2.apply(x.add(toMemory(x, memory, args)));
            return norm3.apply(x.add(feedForward(x)));
        });
    }

    private Tensor toSelf(Tensor x, Arg<?>[] args) {
        var attended = selfAttn.apply(
                x,
                x,
                x,
                attnMask(given(args, tgtMask(null)).value()),
                keyPaddingMask(given(args, tgtKeyPaddingMask(null)).value()),
                isCausal(given(args, tgtIsCausal(false)).value()),
                needWeights(false));
        return dropout1.apply(attended.attnOutput());
    }

    private Tensor toMemory(Tensor x, Tensor memory, Arg<?>[] args) {
        var attended = multiheadAttn.apply(
                x,
                memory,
                memory,
                attnMask(given(args, memoryMask(null)).value()),
                keyPaddingMask(given(args, memoryKeyPaddingMask(null)).value()),
                isCausal(given(args, memoryIsCausal(false)).value()),
                needWeights(false));
        return dropout2.apply(attended.attnOutput());
    }

    private Tensor feedForward(Tensor x) {
        return dropout3.apply(linear2.apply(dropout.apply(activation.apply(linear1.apply(x)))));
    }
}
