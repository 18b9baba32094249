package flambeau.nn;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.unfold;

import flambeau.args.Arg;
import flambeau.args.Dilation;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The windows of an image, each as a column.
 *
 * <p>Input {@code [n, c, h, w]} or {@code [c, h, w]}, output {@code [n, c kh kw, windows]} or {@code [c kh kw, windows]}: see {@link flambeau.functional.F#unfold}. Source: {@code torch.nn.Unfold}.
 *
 * {@snippet :
 * var y = new Unfold(3, padding(1)).apply(x);
 * }
 */
public class Unfold extends Layer implements Dilation.Taker, Padding.Taker, Stride.Taker {
    private final Kernel kernel;
    private final Dilation dilation;
    private final Padding padding;
    private final Stride stride;

    /**
     * An unfolding with a square window.
     *
     * @param kernel the size of the window along both axes
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     */
    @SafeVarargs
    public Unfold(int kernel, Arg<? super Unfold>... args) {
        this(kernel(kernel), args);
    }

    /**
     * An unfolding.
     *
     * @param kernel the sizes of the window: one, or one an axis
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     */
    @SafeVarargs
    public Unfold(Kernel kernel, Arg<? super Unfold>... args) {
        this.kernel = kernel;
        dilation = given(args, dilation(1));
        padding = given(args, padding(0));
        stride = given(args, stride(1));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return unfold(x, kernel, dilation, padding, stride);
    }

    @Override
    protected String extraRepr() {
        return "kernel_size=%s, dilation=%s, padding=%s, stride=%s"
                .formatted(
                        Repr.given(kernel.sizes()),
                        Repr.given(dilation.sizes()),
                        Repr.given(padding.sizes()),
                        Repr.given(stride.sizes()));
    }
}
