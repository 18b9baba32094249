package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.memoryIsCausal;
import static flambeau.args.Args.memoryKeyPaddingMask;
import static flambeau.args.Args.memoryMask;
import static flambeau.args.Args.tgtIsCausal;
import static flambeau.args.Args.tgtKeyPaddingMask;
import static flambeau.args.Args.tgtMask;

import flambeau.args.Arg;
import flambeau.args.Norm;
import flambeau.args.TgtIsCausal;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Several {@linkplain TransformerDecoderLayer layers}, each on the output of the one before and all on one memory, and a
 * normalisation at the end, if there is one.
 *
 * <p>Inputs and output as those of a layer. Source: {@code torch.nn.TransformerDecoder}.
 *
 * {@snippet :
 * var decoder = new TransformerDecoder(new TransformerDecoderLayer(512, 8), 6, norm(new LayerNorm(512)));
 * y = decoder.apply(target, x);
 * }
 */
public class TransformerDecoder extends Module implements Norm.Taker<Layer> {
    /** The layers. */
    public final ModuleList<TransformerDecoderLayer> layers;

    /** The number of layers. */
    public final int numLayers;

    /** What stands at the end, or null. */
    public final @Nullable Layer norm;

    /**
     * A decoder.
     *
     * @param decoderLayer a layer, of which copies are made; all begin with its values
     * @param numLayers the number of copies
     * @param args norm (none)
     * @throws IllegalArgumentException if numLayers is negative
     */
    @SafeVarargs
    public TransformerDecoder(
            TransformerDecoderLayer decoderLayer, int numLayers, Arg<? super TransformerDecoder>... args) {
        layers = Transformers.copies("TransformerDecoder", decoderLayer, numLayers);
        this.numLayers = numLayers;
        var given = given(args, Norm.class);
        norm = given == null ? null : (Layer) given.value();
    }

    /**
     * The next values of {@code tgt}, which looks at {@code memory}. Masks are bool, true where a place is left out, or floating,
     * added to the scores.
     *
     * @param tgt [l, n, dModel], [n, l, dModel] or [l, dModel]
     * @param memory [s, n, dModel], [n, s, dModel] or [s, dModel]
     * @param args tgtMask (none): [l, l] or [n nhead, l, l]; memoryMask (none): [l, s] or [n nhead, l, s]; tgtKeyPaddingMask
     *     (none): [n, l] or [l]; memoryKeyPaddingMask (none): [n, s] or [s]; tgtIsCausal: a hint whether tgtMask is causal,
     *     otherwise it is looked at; memoryIsCausal (false): a hint that memoryMask, which must be there, is causal
     * @return tgt's shape
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final Tensor apply(Tensor tgt, Tensor memory, Arg<? super TransformerDecoderLayer.Call>... args) {
        return call(() -> {
            var mask = given(args, tgtMask(null));
            var padding = given(args, tgtKeyPaddingMask(null));
            var hint = given(args, TgtIsCausal.class);
            boolean causal = Transformers.isCausal(
                    hint == null ? null : hint.value(), (Tensor) mask.value(), (Tensor) padding.value());
            var y = tgt;
            for (var layer : layers)
                y = layer.apply(
                        y,
                        memory,
                        mask,
                        padding,
                        given(args, memoryMask(null)),
                        given(args, memoryKeyPaddingMask(null)),
                        tgtIsCausal(causal),
                        given(args, memoryIsCausal(false)));
            return norm == null ? y : norm.apply(y);
        });
    }
}
