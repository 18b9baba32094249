package flambeau.nn;

import static flambeau.args.Args.blank;
import static flambeau.args.Args.given;
import static flambeau.args.Args.reduction;
import static flambeau.args.Args.zeroInfinity;
import static flambeau.functional.F.ctcLoss;

import flambeau.args.Arg;
import flambeau.args.Blank;
import flambeau.args.Reduction;
import flambeau.args.ZeroInfinity;
import flambeau.tensor.Tensor;

/**
 * The negative log likelihood of label sequences that are shorter than the input and not aligned with it.
 *
 * <p>Log probabilities are [t, n, c] or [t, c], labels [n, s] or one sequence behind the other; the output is a scalar, with
 * reduction NONE [n] or []. Source: {@code torch.nn.CTCLoss}; Graves et al., Connectionist temporal classification.
 *
 * {@snippet :
 * var loss = new CTCLoss().apply(logProbs, targets, inputLengths, targetLengths);
 * }
 */
public class CTCLoss extends Module implements Blank.Taker, Reduction.Taker, ZeroInfinity.Taker {
    private final Blank blank;
    private final Reduction reduction;
    private final ZeroInfinity zeroInfinity;

    /**
     * A loss of unaligned sequences.
     *
     * @param args blank (0): the class that stands for no label; reduction (MEAN), zeroInfinity (false)
     */
    @SafeVarargs
    public CTCLoss(Arg<? super CTCLoss>... args) {
        blank = given(args, blank(0));
        reduction = given(args, reduction(Reduction.MEAN));
        zeroInfinity = given(args, zeroInfinity(false));
    }

    /**
     * The loss.
     *
     * @param logProbs [t, n, c] or [t, c], floating
     * @param targets [n, s], or one sequence behind the other; integers
     * @param inputLengths [n], integers
     * @param targetLengths [n], integers
     */
    public final Tensor apply(Tensor logProbs, Tensor targets, Tensor inputLengths, Tensor targetLengths) {
        return apply(logProbs, targets, inputLengths.toIntArray(), targetLengths.toIntArray());
    }

    /** The loss, with the lengths in arrays. */
    public final Tensor apply(Tensor logProbs, Tensor targets, int[] inputLengths, int[] targetLengths) {
        check();
        try {
            return ctcLoss(logProbs, targets, inputLengths, targetLengths, blank, reduction, zeroInfinity);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }
}
