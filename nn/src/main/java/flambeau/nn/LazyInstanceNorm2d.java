package flambeau.nn;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * An {@link InstanceNorm2d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters and buffers are there before, without a shape. Unlike PyTorch, which takes the length of a single sample for
 * its channels, an input without n counts as one. Source: {@code torch.nn.LazyInstanceNorm2d}.
 *
 * {@snippet :
 * var norm = new LazyInstanceNorm2d();
 * }
 */
public class LazyInstanceNorm2d extends InstanceNorm2d {
    /**
     * An instance normalisation.
     *
     * @param args eps (1e-5), momentum (0.1), affine (true), trackRunningStats (true), bias (true)
     */
    @SafeVarargs
    public LazyInstanceNorm2d(Arg<? super InstanceNorm2d>... args) {
        super((Arg<?>[]) args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyInstanceNorm2d.class, isReady());
    }
}
