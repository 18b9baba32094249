package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.given;
import static flambeau.args.Args.labelSmoothing;
import static flambeau.args.Args.linearBias;
import static flambeau.args.Args.outFeatures;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.weight;
import static flambeau.functional.F.linearCrossEntropy;

import flambeau.args.Arg;
import flambeau.args.Bias;
import flambeau.args.IgnoreIndex;
import flambeau.args.LabelSmoothing;
import flambeau.args.LinearCrossEntropyOptions;
import flambeau.args.OutFeatures;
import flambeau.args.Reduction;
import flambeau.args.Weight;
import flambeau.array.Shape;
import flambeau.functional.LossTakes;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear layer and the cross entropy of its scores: see {@link flambeau.functional.F#linearCrossEntropy}.
 *
 * <p>Input {@code [n, in]} or {@code [in]}; target: class indices, {@code [n]}, {@code []} or {@code [n, out..]}, or probabilities,
 * {@code [n, c]}, {@code [c]} or {@code [n, c, out..]}; the output is a scalar, with reduction NONE of the shape of class indices.
 * Source: {@code torch.nn.LinearCrossEntropyLoss}.
 *
 * {@snippet :
 * var loss = new LinearCrossEntropyLoss(512, 50_000, options(new flambeau.args.LinearCrossEntropyOptions()));
 * }
 */
public class LinearCrossEntropyLoss extends Loss
        implements OutFeatures.Taker,
                Bias.Taker,
                Reduction.Taker,
                Weight.Taker,
                IgnoreIndex.Taker,
                LabelSmoothing.Taker,
                LinearCrossEntropyOptions.Taker {
    /** The layer that gives the scores. */
    public final Linear linear;

    /** [c]: the weight of each class; null for none. */
    public final @Nullable Buffer weight;

    private final int numClasses;
    private final int[] outFeatures;
    private final Reduction reduction;
    private final @Nullable IgnoreIndex ignoreIndex;
    private final LabelSmoothing labelSmoothing;
    private final @Nullable LinearCrossEntropyOptions options;

    /**
     * A layer and its loss.
     *
     * @param inFeatures the size of each input
     * @param numClasses the number of classes
     * @param args outFeatures (none): the sizes of what each row becomes, besides its classes; bias (false), reduction (MEAN), weight
     *     (none), ignoreIndex (-100, not with probabilities), labelSmoothing (0), options (none): how to compute in chunks
     * @throws IllegalArgumentException if sizes do not agree, or the smoothing is not in [0, 1]
     */
    @SafeVarargs
    public LinearCrossEntropyLoss(int inFeatures, int numClasses, Arg<? super LinearCrossEntropyLoss>... args) {
        this.numClasses = numClasses;
        outFeatures = given(args, outFeatures()).sizes();
        reduction = given(args, reduction(Reduction.MEAN));
        ignoreIndex = given(args, IgnoreIndex.class);
        labelSmoothing = given(args, labelSmoothing(0));
        options = given(args, LinearCrossEntropyOptions.class);
        double smoothing = labelSmoothing.value();
        if (!(smoothing >= 0 && smoothing <= 1))
            throw new IllegalArgumentException(
                    "LinearCrossEntropyLoss: labelSmoothing must be in [0, 1], got " + smoothing);
        var w = (Tensor) given(args, weight(null)).value();
        if (w != null && !w.shape().equals(Shape.of(numClasses)))
            throw new IllegalArgumentException("LinearCrossEntropyLoss: weight must be [%d], one a class, got %s"
                    .formatted(numClasses, w.shape().text()));
        weight = w == null ? null : new Buffer(w);
        int scores = IntStream.of(outFeatures).reduce(numClasses, Math::multiplyExact);
        linear = new Linear(inFeatures, scores, given(args, bias(false)));
    }

    @Override
    protected Tensor forward(Tensor input, Tensor target) {
        var outputs = Shape.of(IntStream.concat(IntStream.of(numClasses), IntStream.of(outFeatures))
                .toArray());
        var w = linear.weight.reshape(outputs.insert(outputs.rank(), linear.inFeatures));
        var b = linear.bias == null ? null : linear.bias.reshape(outputs);
        List<Arg<? super LossTakes.LinearCrossEntropy>> given =
                new ArrayList<>(List.<Arg<? super LossTakes.LinearCrossEntropy>>of(
                        linearBias(b), weight(weight), reduction, labelSmoothing));
        if (ignoreIndex != null) given.add(ignoreIndex);
        if (options != null) given.add(options);
        return call(input, w, target, given);
    }

    @SuppressWarnings("unchecked") // a list of these makes an array of these
    private static Tensor call(
            Tensor input, Tensor w, Tensor target, List<Arg<? super LossTakes.LinearCrossEntropy>> given) {
        return linearCrossEntropy(
                input, w, target, (Arg<? super LossTakes.LinearCrossEntropy>[]) given.toArray(Arg<?>[]::new));
    }

    @Override
    protected String extraRepr() {
        return "in_features=%d, num_classes=%d, out_features=%s, bias=%s, reduction=%s, ignore_index=%s, label_smoothing=%s, options=%s"
                .formatted(
                        linear.inFeatures,
                        numClasses,
                        Repr.of(outFeatures),
                        Repr.of(linear.bias != null),
                        reduction,
                        ignoreIndex == null ? "None" : ignoreIndex.value(),
                        Repr.of(labelSmoothing.value()),
                        options == null ? "None" : options);
    }
}
