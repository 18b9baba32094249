package flambeau.nn;

import flambeau.tensor.Tensor;
import java.util.function.BinaryOperator;

/** A module that compares two tensors. Its author writes {@link #forward}, its caller calls {@link #apply}. */
public abstract class Distance extends Module implements BinaryOperator<Tensor> {
    /** For subclasses. */
    protected Distance() {}

    /** What this module computes. */
    protected abstract Tensor forward(Tensor x1, Tensor x2);

    /**
     * Runs {@link #forward}.
     *
     * @throws RuntimeException what forward throws; its message ends with the path of the module where it arose
     */
    @Override
    public final Tensor apply(Tensor x1, Tensor x2) {
        check();
        try {
            return forward(x1, x2);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }
}
