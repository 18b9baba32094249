package flambeau.nn;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * A {@link BatchNorm2d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters and buffers are there before, without a shape. Source: {@code torch.nn.LazyBatchNorm2d}.
 *
 * {@snippet :
 * var bn = new LazyBatchNorm2d();
 * }
 */
public class LazyBatchNorm2d extends BatchNorm2d {
    /**
     * A batch normalisation.
     *
     * @param args eps (1e-5), momentum (0.1; null: a plain average), affine (true), trackRunningStats (true), bias (true)
     */
    @SafeVarargs
    public LazyBatchNorm2d(Arg<? super BatchNorm2d>... args) {
        super(args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyBatchNorm2d.class, isReady());
    }
}
