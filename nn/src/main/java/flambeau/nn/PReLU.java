package flambeau.nn;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.init;
import static flambeau.args.Args.numParameters;
import static flambeau.functional.F.prelu;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.getDefaultDtype;
import static flambeau.tensor.Tensors.shape;

import flambeau.args.Arg;
import flambeau.args.Init;
import flambeau.args.NumParameters;
import flambeau.tensor.Tensor;

/**
 * {@code y = x > 0 ? x : w x}, elementwise, with a learnt slope w, or one for each channel.
 *
 * <p>Input and output are [n, c, ..]. Weight decay harms the slope. Source: {@code torch.nn.PReLU}; He et al., Delving deep into
 * rectifiers.
 *
 * {@snippet :
 * var y = new PReLU().apply(x);
 * }
 */
public class PReLU extends Layer implements NumParameters.Taker, Init.Taker {
    /** The slopes: [numParameters]. */
    public final Parameter weight;

    /**
     * A rectifier with learnt slopes.
     *
     * @param args numParameters (1), or the number of channels; init (0.25)
     */
    @SafeVarargs
    public PReLU(Arg<? super PReLU>... args) {
        int n = given(args, numParameters(1)).value();
        double slope = given(args, init(0.25)).value();
        weight = new Parameter(full(shape(n), slope, dtype(getDefaultDtype())));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return prelu(x, weight);
    }

    @Override
    protected String extraRepr() {
        return "num_parameters=" + weight.numel();
    }
}
