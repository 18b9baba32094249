package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.lambd;
import static flambeau.functional.F.softshrink;

import flambeau.args.Arg;
import flambeau.args.Lambd;
import flambeau.tensor.Tensor;

/**
 * x moved towards 0 by lambd, elementwise, and 0 within that distance.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Softshrink}.
 *
 * {@snippet :
 * var y = new Softshrink().apply(x);
 * }
 */
public class Softshrink extends Layer implements Lambd.Taker {
    private final Lambd lambd;

    /**
     * A soft shrinkage.
     *
     * @param args lambd (0.5)
     */
    @SafeVarargs
    public Softshrink(Arg<? super Softshrink>... args) {
        lambd = given(args, lambd(0.5));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return softshrink(x, lambd);
    }

    @Override
    protected String extraRepr() {
        return Repr.of(lambd.value());
    }
}
