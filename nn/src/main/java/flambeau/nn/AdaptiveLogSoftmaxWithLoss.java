package flambeau.nn;

import static flambeau.args.Args.bias;
import static flambeau.args.Args.divValue;
import static flambeau.args.Args.given;
import static flambeau.args.Args.headBias;
import static flambeau.functional.F.logSoftmax;
import static flambeau.tensor.Tensors.cat;

import flambeau.args.Arg;
import flambeau.args.DivValue;
import flambeau.args.HeadBias;
import flambeau.array.DType;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * An approximate softmax for very many classes, of which few are frequent: the head scores the first ones and clusters of the others,
 * and each cluster, over ever smaller projections of the input, its classes.
 *
 * <p>Classes must be numbered from the most to the least frequent. {@link #apply} takes an input {@code [n, in]} or {@code [in]} and
 * class indices {@code [n]} or {@code []}; {@link #logProb} and {@link #predict} take {@code [n, in]}. Source: {@code
 * torch.nn.AdaptiveLogSoftmaxWithLoss}; Grave et al., Efficient softmax approximation for GPUs.
 *
 * {@snippet :
 * var softmax = new AdaptiveLogSoftmaxWithLoss(512, 50_000, new int[] {2000, 10_000});
 * softmax.apply(input, labels).loss().backward();
 * }
 */
public class AdaptiveLogSoftmaxWithLoss extends Module implements DivValue.Taker, HeadBias.Taker {
    /**
     * What {@link #apply} gives.
     *
     * @param output the log probability of each target, in its shape
     * @param loss the negative mean of these
     */
    public record Result(Tensor output, Tensor loss) {}

    /** The size of each input. */
    public final int inFeatures;

    /** The number of classes. */
    public final int nClasses;

    /** Scores the classes of the shortlist, and behind them the clusters. */
    public final Linear head;

    /** For each cluster a projection, and the scores of its classes. */
    public final ModuleList<Sequential> tail;

    private final int[] cutoffs; // the number of classes is the last

    /**
     * A softmax.
     *
     * @param inFeatures the size of each input
     * @param nClasses the number of classes
     * @param cutoffs the first classes of the clusters, in increasing order
     * @param args divValue (4): each cluster's projection is smaller by this factor than the one before; headBias (false)
     * @throws IllegalArgumentException if cutoffs do not increase, or are not between 1 and {@code nClasses - 1}
     */
    @SafeVarargs
    public AdaptiveLogSoftmaxWithLoss(
            int inFeatures, int nClasses, int[] cutoffs, Arg<? super AdaptiveLogSoftmaxWithLoss>... args) {
        boolean rising = cutoffs.length > 0;
        for (int i = 0; i < cutoffs.length; i++)
            rising &= cutoffs[i] > (i == 0 ? 0 : cutoffs[i - 1]) && cutoffs[i] < nClasses;
        if (!rising)
            throw new IllegalArgumentException(
                    "AdaptiveLogSoftmaxWithLoss: cutoffs must increase from at least 1 to at most %d, got %s"
                            .formatted(nClasses - 1, Arrays.toString(cutoffs)));
        this.inFeatures = inFeatures;
        this.nClasses = nClasses;
        this.cutoffs = Arrays.copyOf(cutoffs, cutoffs.length + 1);
        this.cutoffs[cutoffs.length] = nClasses;
        double factor = given(args, divValue(4)).value();
        head = new Linear(
                inFeatures,
                cutoffs[0] + cutoffs.length,
                bias(given(args, headBias(false)).value()));
        tail = new ModuleList<>();
        for (int i = 0; i < cutoffs.length; i++) {
            int size = (int) Math.floor(inFeatures / Math.pow(factor, i + 1));
            tail.append(new Sequential(
                    new Linear(inFeatures, size, bias(false)),
                    new Linear(size, this.cutoffs[i + 1] - cutoffs[i], bias(false))));
        }
    }

    /** Draws new first values. */
    public final void resetParameters() {
        head.resetParameters();
        for (var cluster : tail) for (var layer : cluster) if (layer instanceof Linear linear) linear.resetParameters();
    }

    /**
     * The log probabilities of the targets.
     *
     * @param input [n, in] or [in]
     * @param target class indices, int64: [n] or []
     * @throws IllegalArgumentException if shapes do not agree
     * @throws IndexOutOfBoundsException if a target is no class
     */
    public final Result apply(Tensor input, Tensor target) {
        check();
        try {
            return forward(input, target);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }

    private Result forward(Tensor input, Tensor target) {
        boolean agree = target.dim() == 1 && input.dim() == 2 && input.size(0) == target.size(0)
                || target.dim() == 0 && input.dim() == 1;
        if (!agree)
            throw new IllegalArgumentException(
                    "adaptiveLogSoftmaxWithLoss: a target [n] takes an input [n, in], one [] takes [in], got %s and %s"
                            .formatted(target.shape().text(), input.shape().text()));
        if (target.dtype() != DType.INT64)
            throw new IllegalArgumentException(
                    "adaptiveLogSoftmaxWithLoss: class indices must be int64, got " + target.dtype());
        for (long t : target.toLongArray())
            if (t < 0 || t >= nClasses)
                throw new IndexOutOfBoundsException(
                        "adaptiveLogSoftmaxWithLoss: target %d is out of bounds for %d classes".formatted(t, nClasses));
        var rows = target.dim() == 1 ? input : input.unsqueeze(0);
        var classes = target.reshape(-1);
        var inHead = classes; // of each target: its class, or its cluster's place
        var sum = Tensors.zerosLike(rows.select(1, 0).detach());
        for (int i = 0; i + 1 < cutoffs.length; i++) {
            var members = classes.ge(cutoffs[i]).logicalAnd(classes.lt(cutoffs[i + 1]));
            inHead = inHead.where(members.logicalNot(), cutoffs[0] + i);
            var places = members.nonzero().reshape(-1);
            if (places.numel() == 0) continue;
            var logP = logSoftmax(tail.get(i).apply(rows.indexSelect(0, places)), 1);
            var own = classes.indexSelect(0, places).sub(cutoffs[i]).unsqueeze(1);
            sum = sum.indexAdd(0, places, logP.gather(1, own).squeeze(1));
        }
        var output = sum.add(
                logSoftmax(head.apply(rows), 1).gather(1, inHead.unsqueeze(1)).squeeze(1));
        return new Result(output.reshape(target.shape()), output.neg().mean());
    }

    /** The log probabilities of all classes, [n, classes], of an input [n, in]. */
    public final Tensor logProb(Tensor input) {
        return all(input, head.apply(input));
    }

    private Tensor all(Tensor input, Tensor scores) {
        var logP = logSoftmax(scores, 1);
        var parts = new ArrayList<Tensor>();
        parts.add(logP.narrow(1, 0, cutoffs[0]));
        for (int i = 0; i < tail.size(); i++)
            parts.add(logSoftmax(tail.get(i).apply(input), 1).add(logP.narrow(1, cutoffs[0] + i, 1)));
        return cat(parts, 1);
    }

    /** The most likely class of each row, int64 [n], of an input [n, in]: clusters are only looked into where one leads. */
    public final Tensor predict(Tensor input) {
        var scores = head.apply(input);
        var best = scores.argmax(1);
        var places = best.ge(cutoffs[0]).nonzero().reshape(-1);
        if (places.numel() == 0) return best;
        var among = all(input.indexSelect(0, places), scores.indexSelect(0, places));
        return best.indexCopy(0, places, among.argmax(1));
    }
}
