package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.lambd;
import static flambeau.functional.F.hardshrink;

import flambeau.args.Arg;
import flambeau.args.Lambd;
import flambeau.tensor.Tensor;

/**
 * {@code y = |x| > lambd ? x : 0}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Hardshrink}.
 *
 * {@snippet :
 * var y = new Hardshrink().apply(x);
 * }
 */
public class Hardshrink extends Layer implements Lambd.Taker {
    private final Lambd lambd;

    /**
     * A hard shrinkage.
     *
     * @param args lambd (0.5)
     */
    @SafeVarargs
    public Hardshrink(Arg<? super Hardshrink>... args) {
        lambd = given(args, lambd(0.5));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return hardshrink(x, lambd);
    }

    @Override
    protected String extraRepr() {
        return Repr.of(lambd.value());
    }
}
