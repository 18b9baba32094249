package flambeau.nn;

import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;

/**
 * A module that compares an input with a target. Its author writes {@link #forward}, its caller calls {@link #apply}.
 *
 * {@snippet :
 * class Focal extends Loss {
 *     @Override
 *     protected Tensor forward(Tensor input, Tensor target) {
 *         var loss = crossEntropy(input, target, reduction(NONE));
 *         return loss.mul(loss.neg().exp().rsub(1).square()).mean();
 *     }
 * }
 * }
 */
public abstract class Loss extends Module implements BinaryOperator<Tensor> {
    /** For subclasses. */
    protected Loss() {}

    /** What this loss computes. */
    protected abstract Tensor forward(Tensor input, Tensor target);

    /**
     * Runs {@link #forward}.
     *
     * @throws RuntimeException what forward throws; its message ends with the path of the module where it arose
     */
    @Override
    public final Tensor apply(Tensor input, Tensor target) {
        begin();
        try {
            return forward(input, target);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }

    @Override
    public Loss deepCopy() {
        return (Loss) super.deepCopy();
    }
}
