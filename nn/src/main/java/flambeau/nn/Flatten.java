package flambeau.nn;

import static flambeau.args.Args.endDim;
import static flambeau.args.Args.given;
import static flambeau.args.Args.startDim;

import flambeau.args.Arg;
import flambeau.args.EndDim;
import flambeau.args.StartDim;
import flambeau.tensor.Tensor;

/**
 * The dimensions from startDim to endDim as one, in their order.
 *
 * <p>Input {@code [n, .., a, b, ..]}, output {@code [n, .., a b, ..]}. Source: {@code torch.nn.Flatten}.
 *
 * {@snippet :
 * var y = new Flatten().apply(x); // [32, 1, 5, 5] becomes [32, 25]
 * }
 */
public class Flatten extends Layer implements StartDim.Taker, EndDim.Taker {
    private final int startDim, endDim;

    /**
     * A flattening.
     *
     * @param args startDim (1), endDim (-1): the first and the last dimension; negative ones count from the end
     */
    @SafeVarargs
    public Flatten(Arg<? super Flatten>... args) {
        startDim = given(args, startDim(1)).value();
        endDim = given(args, endDim(-1)).value();
    }

    @Override
    protected Tensor forward(Tensor x) {
        return x.flatten(startDim, endDim);
    }

    @Override
    protected String extraRepr() {
        return "start_dim=%s, end_dim=%s".formatted(startDim, endDim);
    }
}
