package flambeau.nn;

import static flambeau.args.Args.given;
import static flambeau.args.Args.inplace;
import static flambeau.args.Args.maxVal;
import static flambeau.args.Args.minVal;
import static flambeau.functional.F.hardtanh;

import flambeau.args.Arg;
import flambeau.args.Inplace;
import flambeau.args.MaxVal;
import flambeau.args.MinVal;
import flambeau.tensor.Tensor;

/**
 * {@code y = min(max(x, minVal), maxVal)}, elementwise.
 *
 * <p>Input and output have any shape. Source: {@code torch.nn.Hardtanh}.
 *
 * {@snippet :
 * var y = new Hardtanh().apply(x);
 * }
 */
public class Hardtanh extends Layer implements MinVal.Taker, MaxVal.Taker, Inplace.Taker {
    private final MinVal minVal;
    private final MaxVal maxVal;
    private final Inplace inplace;

    /**
     * A ramp between two values.
     *
     * @param args minVal (-1), maxVal (1), inplace (false)
     */
    @SafeVarargs
    public Hardtanh(Arg<? super Hardtanh>... args) {
        minVal = given(args, minVal(-1));
        maxVal = given(args, maxVal(1));
        inplace = given(args, inplace(false));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return hardtanh(x, minVal, maxVal, inplace);
    }

    @Override
    protected String extraRepr() {
        return "min_val=%s, max_val=%s".formatted(Repr.of(minVal.value()), Repr.of(maxVal.value()))
                + (inplace.value() ? ", inplace=True" : "");
    }
}
