package flambeau.nn;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.given;
import static flambeau.functional.F.glu;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.tensor.Tensor;

/**
 * {@code y = a / (1 + e^-b)} for the halves a and b of x along a dimension.
 *
 * <p>The size of that dimension is halved. Source: {@code torch.nn.GLU}; Dauphin et al., Language modeling with gated
 * convolutional networks.
 *
 * {@snippet :
 * var y = new GLU().apply(x);
 * }
 */
public class GLU extends Layer implements Dim.Taker {
    private final Dim dim;

    /**
     * A gated linear unit.
     *
     * @param args dim (-1)
     */
    @SafeVarargs
    public GLU(Arg<? super GLU>... args) {
        dim = given(args, dim(-1));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return glu(x, dim);
    }

    @Override
    protected String extraRepr() {
        return "dim=" + dim.dims()[0];
    }
}
