package flambeau.functional;

import static flambeau.args.Args.dilation;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;
import static flambeau.args.Args.padding;
import static flambeau.args.Args.stride;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.Sizes;
import flambeau.array.DType;
import flambeau.array.Taps;
import flambeau.array.Window;
import flambeau.autograd.Op;
import flambeau.tensor.Resamplings;
import flambeau.tensor.Tensor;
import java.util.Arrays;

/** Images as the windows that cover them, and back. */
abstract sealed class Folding extends GridSampling permits Shuffling {
    Folding() {}

    /** Like {@link #unfold(Tensor, Kernel, Arg...)} with a square window. */
    @SafeVarargs
    public static Tensor unfold(Tensor x, int kernel, Arg<? super Takes.Unfold>... args) {
        return unfold(x, kernel(kernel), args);
    }

    /**
     * The windows of an image, each as a column.
     *
     * <p>Source: {@code torch.nn.functional.unfold}, which is called im2col elsewhere.
     *
     * {@snippet :
     * var columns = unfold(x, kernel(3, 2), padding(1)); // [n, 6 c, windows]
     * }
     *
     * @param x [n, c, h, w] or [c, h, w], floating or bool
     * @param kernel the sizes of the window: one, or one an axis
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     * @return [n, c kh kw, windows] or [c kh kw, windows] with {@code h' w'} windows, {@code h' = (h + 2 padding - dilation (kh - 1) - 1) /
     *     stride + 1}, rounded down
     * @throws IllegalArgumentException if the input is no image, or no window fits
     */
    @SafeVarargs
    public static Tensor unfold(Tensor x, Kernel kernel, Arg<? super Takes.Unfold>... args) {
        if (x.dtype() == DType.BOOL) return unfold(x.toFloat(), kernel, args).toBool();
        boolean batch = Axes.isBatch("unfold", 2, x);
        var window = window("unfold", kernel, args);
        checkFloating("unfold", x);
        for (int d = -3; d < 0; d++)
            if (x.size(d) == 0)
                throw Refusal.of(
                        "unfold: only the batch can be empty, got %s", x.shape().text());
        int h = x.size(-2), w = x.size(-1);
        var windows = windows("unfold", window, h, w);
        var images = batch ? x : x.unsqueeze(0);
        int n = images.size(0), c = images.size(1);
        int kh = window.kernel()[0], kw = window.kernel()[1];
        var all = Resamplings.along(
                "Im2Col", images, new int[] {2, 3}, taps(window, 0, h, windows[0]), taps(window, 1, w, windows[1]));
        var y = all.reshape(n, c, kh, windows[0], kw, windows[1])
                .permute(0, 1, 2, 4, 3, 5)
                .reshape(n, c * kh * kw, windows[0] * windows[1]);
        return Op.named("Im2Col", batch ? y : y.squeeze(0));
    }

    /** Like {@link #fold(Tensor, int[], Kernel, Arg...)} with a square image and window. */
    @SafeVarargs
    public static Tensor fold(Tensor x, int outputSize, int kernel, Arg<? super Takes.Unfold>... args) {
        return fold(x, new int[] {outputSize}, kernel(kernel), args);
    }

    /**
     * The image whose elements are the sums of what windows have at their places: what {@link #unfold(Tensor, Kernel, Arg...)} makes of
     * columns when it is transposed.
     *
     * @param x [n, c kh kw, windows] or [c kh kw, windows], floating
     * @param outputSize the size of the image: one, or height and width
     * @param kernel the sizes of the window: one, or one an axis
     * @param args dilation (1), padding (0), stride (1): one size or one an axis
     * @return [n, c, h, w] or [c, h, w]
     * @throws IllegalArgumentException if the input has not the shape that unfold would make of the image
     */
    @SafeVarargs
    public static Tensor fold(Tensor x, int[] outputSize, Kernel kernel, Arg<? super Takes.Unfold>... args) {
        var window = window("fold", kernel, args);
        var size = Sizes.of("fold", "outputSize", outputSize, 2, 1);
        checkFloating("fold", x);
        int kh = window.kernel()[0], kw = window.kernel()[1];
        var windows = windows("fold", window, size[0], size[1]);
        boolean fits = (x.dim() == 2 || x.dim() == 3)
                && x.size(-2) > 0
                && x.size(-2) % (kh * kw) == 0
                && x.size(-1) == (long) windows[0] * windows[1];
        if (!fits)
            throw Refusal.of(
                    "fold: an image %s and a window %s take an input [n, %d c, %d], got %s",
                    Arrays.toString(size),
                    Arrays.toString(window.kernel()),
                    kh * kw,
                    (long) windows[0] * windows[1],
                    x.shape().text());
        var columns = x.dim() == 3 ? x : x.unsqueeze(0);
        int n = columns.size(0), c = columns.size(1) / (kh * kw);
        var all = columns.reshape(n, c, kh, kw, windows[0], windows[1])
                .permute(0, 1, 2, 4, 3, 5)
                .reshape(n, c, kh * windows[0], kw * windows[1]);
        var y = Resamplings.along(
                "Col2Im",
                all,
                new int[] {2, 3},
                taps(window, 0, size[0], windows[0]).transposed(),
                taps(window, 1, size[1], windows[1]).transposed());
        return x.dim() == 3 ? y : y.squeeze(0);
    }

    private static Window window(String op, Kernel kernel, Arg<?>[] args) {
        var padding = given(args, padding(0));
        if (padding.auto() != null)
            throw Refusal.of(
                    "%s: padding takes sizes, got %s", op, padding.auto().name());
        return new Window(
                Sizes.of(op, "kernel", kernel.sizes(), 2, 1),
                Sizes.of(op, "stride", given(args, stride(1)).sizes(), 2, 1),
                Sizes.of(op, "padding", padding.sizes(), 2, 0),
                Sizes.of(op, "dilation", given(args, dilation(1)).sizes(), 2, 1));
    }

    private static void checkFloating(String op, Tensor x) {
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
    }

    private static int[] windows(String op, Window window, int h, int w) {
        var windows = new int[] {window.outputs(0, h), window.outputs(1, w)};
        if (windows[0] < 1 || windows[1] < 1)
            throw Refusal.of(
                    "%s: no window %s (dilation %s, padding %s) fits into [%d, %d]",
                    op,
                    Arrays.toString(window.kernel()),
                    Arrays.toString(window.dilation()),
                    Arrays.toString(window.padding()),
                    h,
                    w);
        return windows;
    }

    /** Along an axis of {@code size}: for each place of the window, what it meets in each window; nothing in the padding. */
    private static Taps taps(Window window, int axis, int size, int windows) {
        int k = window.kernel()[axis], count = 0;
        var first = new int[k * windows + 1];
        var place = new int[k * windows];
        for (int i = 0; i < k; i++)
            for (int o = 0; o < windows; o++) {
                int in = window.input(axis, o, i);
                if (in >= 0 && in < size) place[count++] = in;
                first[i * windows + o + 1] = count;
            }
        var weight = new double[count];
        Arrays.fill(weight, 1);
        return new Taps(size, first, Arrays.copyOf(place, count), weight);
    }
}
