package flambeau.nn;

import flambeau.args.Arg;
import flambeau.tensor.Tensor;

/**
 * A {@link BatchNorm3d} that takes the channels of its input from the first one, or from a state dict that is loaded.
 *
 * <p>Its parameters and buffers are there before, without a shape. Source: {@code torch.nn.LazyBatchNorm3d}.
 *
 * {@snippet :
 * var bn = new LazyBatchNorm3d();
 * }
 */
public class LazyBatchNorm3d extends BatchNorm3d {
    /**
     * A batch normalisation.
     *
     * @param args eps (1e-5), momentum (0.1; null: a plain average), affine (true), trackRunningStats (true), bias (true)
     */
    @SafeVarargs
    public LazyBatchNorm3d(Arg<? super BatchNorm3d>... args) {
        super(args);
    }

    @Override
    protected Tensor forward(Tensor x) {
        begin(x);
        return super.forward(x);
    }

    @Override
    String className() {
        return Lazy.name(this, LazyBatchNorm3d.class, isReady());
    }
}
