package flambeau.functional;

import static flambeau.args.Args.given;
import static flambeau.args.Args.value;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.full;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Arg;
import flambeau.args.Args;
import flambeau.args.PaddingMode;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
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
     * pad(x, new int[] {1, 1, 2, 2}, mode(PaddingMode.REFLECT)); // 1 on both sides of w, 2 on both sides of h
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
        for (int i = 0; i < axes; i++) {
            int d = x.dim() - 1 - i, before = pad[2 * i], after = pad[2 * i + 1];
            if (before == 0 && after == 0) continue;
            x = constant ? filled(x, d, before, after, fill) : copied(x, d, before, after, mode);
        }
        return x;
    }

    private static Tensor filled(Tensor x, int d, int before, int after, double fill) {
        int n = x.size(d), left = Math.min(before, 0), right = Math.min(after, 0);
        if (n + left + right < 0 || n + before + after < 0)
            throw Refusal.of("pad: %d and %d leave nothing of dimension %d of size %d", before, after, d, n);
        var parts = new ArrayList<Tensor>(3);
        if (before > 0) parts.add(edge(x, d, before, fill));
        parts.add(left + right == 0 ? x : x.narrow(d, -left, n + left + right));
        if (after > 0) parts.add(edge(x, d, after, fill));
        return parts.size() == 1 ? parts.getFirst() : cat(parts, d);
    }

    private static Tensor edge(Tensor x, int d, int places, double fill) {
        return full(x.shape().with(d, places), fill, Args.dtype(x.dtype()));
    }

    private static Tensor copied(Tensor x, int d, int before, int after, PaddingMode mode) {
        int n = x.size(d), first = mode == PaddingMode.CIRCULAR ? Math.max(-before, 0) : 0;
        int rest = mode == PaddingMode.CIRCULAR ? n + Math.min(before, 0) + Math.min(after, 0) : n;
        int most = mode == PaddingMode.REFLECT ? n - 1 : mode == PaddingMode.CIRCULAR ? n : Integer.MAX_VALUE;
        if (rest <= 0 || before + n + after <= 0 || Math.max(before, after) > most)
            throw Refusal.of(
                    "pad: dimension %d of size %d is too small for %d and %d with mode %s", d, n, before, after, mode);
        var from = new long[before + n + after];
        for (int i = 0; i < from.length; i++) from[i] = first + (long) source(i - before - first, rest, mode);
        return x.indexSelect(d, tensor(from));
    }

    /** The place of an image of {@code n} places that place {@code i} shows, which may lie outside. */
    private static int source(int i, int n, PaddingMode mode) {
        return switch (mode) {
            case REFLECT -> i < 0 ? -i : i < n ? i : 2 * (n - 1) - i;
            case CIRCULAR -> Math.floorMod(i, n);
            default -> Math.clamp(i, 0, n - 1);
        };
    }
}
