package flambeau.nn.utils;

import flambeau.nn.Module;
import flambeau.tensor.Tensor;

/**
 * Computes a parameter from one tensor or several that are learnt in its place; see {@link Parametrize}. Its author writes
 * {@link #forward} and, where one exists, {@link #rightInverse}.
 *
 * {@snippet :
 * class Symmetric extends flambeau.nn.utils.Parametrization {
 *     @Override
 *     protected Tensor forward(Tensor... originals) {
 *         var upper = originals[0].triu();
 *         return upper.add(upper.triu(1).t());
 *     }
 * }
 * }
 */
public abstract class Parametrization extends Module {
    /** For subclasses. */
    protected Parametrization() {}

    /** The parameter. */
    protected abstract Tensor forward(Tensor... originals);

    /** Tensors that {@link #forward} makes {@code value} of; without an override, {@code value} itself. */
    protected Tensor[] rightInverse(Tensor value) {
        return new Tensor[] {value};
    }

    /** Runs {@link #forward}. */
    public final Tensor apply(Tensor... originals) {
        return call(() -> forward(originals));
    }
}
