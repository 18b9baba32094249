package flambeau.nn;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;
import static flambeau.functional.F.fold;

import flambeau.args.Arg;
import flambeau.args.Dilation;
import flambeau.args.Kernel;
import flambeau.args.Padding;
import flambeau.args.Stride;
import flambeau.tensor.Tensor;

/**
 * The image whose elements are the sums of what windows have at their places.
 *
 * <p>Input {@code [n, c kh kw, windows]} or {@code [c kh kw, windows]}, output {@code [n, c, h, w]} or {@code [c, h, w]}: see {@link flambeau.functional.F#fold}. Source: {@code torch.nn.Fold}.
 *
 * {@snippet :
 * var y = new Fold(28, 3, padding(1)).apply(x);
 * }
 */
public class Fold extends Layer implements Dilation.Taker, Padding.Taker, Stride.Taker {
    private final int[] outputSize;
    private final Kernel kernel;
    private final Dilation dilation;
    private final Padding padding;
    private final Stride stride;

    /**
     * A folding with a square image and window.
     *
     * @param outputSize the height and the width of the image
     * @param kernel the size of the window along both axes
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     */
    @SafeVarargs
    public Fold(int outputSize, int kernel, Arg<? super Fold>... args) {
        this(new int[] {outputSize}, kernel(kernel), args);
    }

    /**
     * A folding.
     *
     * @param outputSize the size of the image: one, or height and width
     * @param kernel the sizes of the window: one, or one an axis
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     */
    @SafeVarargs
    public Fold(int[] outputSize, Kernel kernel, Arg<? super Fold>... args) {
        this.outputSize = outputSize.clone();
        this.kernel = kernel;
        dilation = given(args, dilation(1));
        padding = given(args, padding(0));
        stride = given(args, stride(1));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return fold(x, outputSize, kernel, dilation, padding, stride);
    }

    @Override
    protected String extraRepr() {
        return "output_size=%s, kernel_size=%s, dilation=%s, padding=%s, stride=%s"
                .formatted(
                        Repr.given(outputSize),
                        Repr.given(kernel.sizes()),
                        Repr.given(dilation.sizes()),
                        Repr.given(padding.sizes()),
                        Repr.given(stride.sizes()));
    }
}
