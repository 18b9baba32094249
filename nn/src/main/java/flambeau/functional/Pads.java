package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.value;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.PaddingMode;
import flambeau.tensor.Paddings;
import flambeau.tensor.Tensor;
import java.util.Arrays;

/** Padding. */
abstract sealed class Pads extends Products permits Convolution {
    Pads() {}

    /**
     * {@code x} with places added at the ends of its last dimensions.
     *
     * <p>A negative number cuts places off. The mode CONSTANT fills new places with {@code value} and takes any number of dimensions.
     * The other modes copy the image: REFLECT mirrors it at its edge, REPLICATE repeats the edge, CIRCULAR goes on at the
     * opposite edge; they pad 1, 2 or 3 space axes of {@code [c, ..]} or {@code [n, c, ..]}.
     *
     * {@snippet :
     * pad(x, new int[] {1, 1, 2, 2}, mode(REFLECT)); // 1 on both sides of w, 2 on both sides of h
     * }
     *
     * @param x any shape
     * @param pad two a dimension, before and after it, the last dimension first
     * @param args mode (CONSTANT), value (0)
     * @return x's shape, each padded size being {@code before + size + after}
     * @throws IllegalArgumentException if there are not two places a dimension, or the image is too small for the mode
     */
    @SafeVarargs
    public static Tensor pad(Tensor x, int[] pad, Arg<? super Takes.Pad>... args) {
        var mode = given(args, Args.mode(PaddingMode.CONSTANT));
        double fill = given(args, value(0)).value();
        boolean constant = mode == PaddingMode.CONSTANT || mode == PaddingMode.ZEROS;
        if (fill != 0 && mode != PaddingMode.CONSTANT)
            throw Refusal.of("pad: mode %s does not take a value, got %s", mode.name(), fill);
        int axes = pad.length / 2;
        if (pad.length % 2 != 0 || axes > x.dim())
            throw Refusal.of(
                    "pad: takes 2 places a dimension, at most %d for input %s, got %s",
                    2 * x.dim(), x.shape().text(), Arrays.toString(pad));
        if (!constant && (axes < 1 || axes > 3 || x.dim() != axes + 1 && x.dim() != axes + 2))
            throw Refusal.of(
                    "pad: mode %s pads the axes behind [c] or [n, c], not %d of %s",
                    mode, axes, x.shape().text());
        if (mode == PaddingMode.REFLECT || mode == PaddingMode.REPLICATE)
            for (int d = x.dim() - axes - 1; d < x.dim(); d++)
                if (x.size(d) == 0)
                    throw Refusal.of(
                            "pad: mode %s takes no empty image, got %s",
                            mode.name(), x.shape().text());
        for (int i = 0; i < axes; i++) check(x.size(-1 - i), x.dim() - 1 - i, pad[2 * i], pad[2 * i + 1], mode);
        return constant ? Paddings.constant(x, pad, fill) : Paddings.copied(x, pad, mode);
    }

    /** Refuses a dimension d of size n that is too small. */
    private static void check(int n, int d, int before, int after, PaddingMode mode) {
        int cut = n + Math.min(before, 0) + Math.min(after, 0);
        boolean fits = switch (mode) {
            case ZEROS, CONSTANT -> cut >= 0;
            case REFLECT -> Math.max(before, after) < n && before + n + after > 0;
            case REPLICATE -> before + n + after > 0;
            case CIRCULAR -> Math.max(before, after) <= n && before + n + after > 0 && cut > 0;
        };
        if (!fits)
            throw Refusal.of(
                    "pad: dimension %d of size %d is too small for %d and %d with mode %s", d, n, before, after, mode);
    }
}
