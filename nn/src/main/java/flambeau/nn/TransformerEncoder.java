package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.isCausal;
import static flambeau.args.Args.mask;
import static flambeau.args.Args.srcKeyPaddingMask;
import static flambeau.args.Args.srcMask;

import flambeau.args.Arg;
import flambeau.args.EnableNestedTensor;
import flambeau.args.IsCausal;
import flambeau.args.Mask;
import flambeau.args.MaskCheck;
import flambeau.args.Norm;
import flambeau.args.SrcKeyPaddingMask;
import flambeau.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Several {@linkplain TransformerEncoderLayer layers}, each on the output of the one before, and a normalisation at the end, if
 * there is one.
 *
 * <p>Input and output as those of a layer. Source: {@code torch.nn.TransformerEncoder}. Unlike PyTorch, a batch with a padding mask
 * is never packed: {@code enableNestedTensor} and {@code maskCheck} are taken and change nothing.
 *
 * {@snippet :
 * var encoder = new TransformerEncoder(new TransformerEncoderLayer(512, 8), 6, norm(new LayerNorm(512)));
 * y = encoder.apply(x);
 * }
 */
public class TransformerEncoder extends Layer implements Norm.Taker<Layer>, EnableNestedTensor.Taker, MaskCheck.Taker {
    /** A call: mask, srcKeyPaddingMask, isCausal. */
    public interface Call extends Mask.Taker, SrcKeyPaddingMask.Taker, IsCausal.Taker {}

    /** The layers. */
    public final ModuleList<TransformerEncoderLayer> layers;

    /** The number of layers. */
    public final int numLayers;

    /** What stands at the end, or null. */
    public final @Nullable Layer norm;

    /**
     * An encoder.
     *
     * @param encoderLayer a layer, of which copies are made; all begin with its values
     * @param numLayers the number of copies
     * @param args norm (none), enableNestedTensor (true), maskCheck (true)
     * @throws IllegalArgumentException if numLayers is negative
     */
    @SafeVarargs
    public TransformerEncoder(
            TransformerEncoderLayer encoderLayer, int numLayers, Arg<? super TransformerEncoder>... args) {
        layers = Transformers.copies("TransformerEncoder", encoderLayer, numLayers);
        this.numLayers = numLayers;
        var given = given(args, Norm.class);
        norm = given == null ? null : (Layer) given.value();
    }

    @Override
    protected Tensor forward(Tensor src) {
        return forward(src, null, null, null);
    }

    /**
     * What this encoder computes.
     *
     * @param mask which places attend to which, or null
     * @param padding which places do not count, or null
     * @param isCausal whether the mask is causal; null: it is looked at
     */
    protected Tensor forward(Tensor src, @Nullable Tensor mask, @Nullable Tensor padding, @Nullable Boolean isCausal) {
        boolean causal = Transformers.isCausal(isCausal, mask, padding);
        var y = src;
        for (var layer : layers) y = layer.apply(y, srcMask(mask), srcKeyPaddingMask(padding), isCausal(causal));
        return norm == null ? y : norm.apply(y);
    }

    /**
     * Like {@link #apply(Tensor)}, with masks: bool, true where a place is left out, or floating, added to the scores.
     *
     * @param src [l, n, dModel], [n, l, dModel] or [l, dModel]
     * @param args mask (none): [l, l] or [n nhead, l, l]; srcKeyPaddingMask (none): [n, l] or [l]; isCausal: a hint whether the mask
     *     is causal; otherwise it is looked at
     * @throws IllegalArgumentException if shapes or dtypes do not agree
     */
    @SafeVarargs
    public final Tensor apply(Tensor src, Arg<? super Call>... args) {
        var mask = (Tensor) given(args, mask(null)).value();
        var padding = (Tensor) given(args, srcKeyPaddingMask(null)).value();
        var hint = given(args, IsCausal.class);
        return run(src, x -> forward(x, mask, padding, hint == null ? null : hint.value()));
    }
}
