package flambeau.nn;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * An {@link InstanceNorm1d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters and buffers are there before, without a shape. Unlike PyTorch, which takes the length of a single sample for
 * its channels, an input without n counts as one. Source: {@code torch.nn.LazyInstanceNorm1d}.
 *
 * {@snippet :
 * var norm = new LazyInstanceNorm1d();
 * }
 */
public class LazyInstanceNorm1d extends InstanceNorm1d {
    /**
     * An instance normalisation.
     *
     * @param args eps (1e-5), momentum (0.1), affine (true), trackRunningStats (true), bias (true)
     */
    @SafeVarargs
    public LazyInstanceNorm1d(Arg<? super InstanceNorm1d>... args) {
        super((Arg<?>[]) args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyInstanceNorm1d.class, isReady());
    }
}
