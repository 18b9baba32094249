package flambeau.nn;

import flambeau.tensor.Tensor;

/** A loss of three tensors. Its author writes {@link #forward}, its caller calls {@link #apply}. */
public abstract class TernaryLoss extends Module {
    /** For subclasses. */
    protected TernaryLoss() {}

    /** What this loss computes. */
    protected abstract Tensor forward(Tensor first, Tensor second, Tensor third);

    /**
     * Runs {@link #forward}.
     *
     * @throws RuntimeException what forward throws; its message ends with the path of the module where it arose
     */
    public final Tensor apply(Tensor first, Tensor second, Tensor third) {
        begin();
        try {
            return forward(first, second, third);
        } catch (RuntimeException e) {
            throw Whereabouts.add(e, this);
        }
    }

    @Override
    public TernaryLoss deepCopy() {
        return (TernaryLoss) super.deepCopy();
    }
}
