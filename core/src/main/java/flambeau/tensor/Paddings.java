package flambeau.tensor;

import flambeau.args.PaddingMode;
import flambeau.array.Array;
import flambeau.array.Layout;
import flambeau.array.Shape;
import flambeau.autograd.GradMode;
import flambeau.autograd.Op;
import java.util.Arrays;

/** Places added at the ends of the last dimensions. What users call is {@code F.pad}, which validates. */
public final class Paddings {
    private Paddings() {}

    /**
     * {@code x} with new places that hold one value.
     *
     * @param pad two a dimension, before and after it, the last dimension first; negative ones cut off
     */
    public static Tensor constant(Tensor x, int[] pad, double value) {
        var y = blank(x, pad);
        try (var _ = GradMode.set(false)) {
            if (Arrays.stream(pad).anyMatch(p -> p > 0)) y.fill_(value);
            if (y.count() > 0) inner(y, pad, 1).copy_(inner(x.detach(), pad, -1));
        }
        int[] back = Arrays.stream(pad).map(p -> -p).toArray();
        return Op.of("ConstantPadNd", y).wrt(x, dy -> constant(dy, back, 0)).result();
    }

    /** What remains when {@code sign} times the padding is cut off where that is positive. */
    private static Tensor inner(Tensor x, int[] pad, int sign) {
        for (int i = 0; i < pad.length / 2; i++) {
            int before = Math.max(sign * pad[2 * i], 0), after = Math.max(sign * pad[2 * i + 1], 0);
            int d = x.dim() - 1 - i;
            if (before != 0 || after != 0) x = x.narrow(d, before, Math.max(x.size(d) - before - after, 0));
        }
        return x;
    }

    /** A tensor of the padded sizes, in the memory order of {@code x}, with nothing in it. */
    private static Tensor blank(Tensor x, int[] pad) {
        var sizes = x.shape().sizes().clone();
        for (int i = 0; i < pad.length / 2; i++) sizes[sizes.length - 1 - i] += pad[2 * i] + pad[2 * i + 1];
        var shape = Shape.of(sizes);
        var layout = x.raw().layout();
        boolean channelsLast = !layout.isContiguous() && layout.isChannelsLast();
        return new Tensor(Array.empty(channelsLast ? Layout.channelsLast(shape) : Layout.contiguous(shape), x.dtype()));
    }

    /**
     * {@code x} with new places that copy others.
     *
     * @param pad two a dimension, before and after it, the last dimension first; negative ones cut off
     * @param mode REFLECT, REPLICATE or CIRCULAR
     */
    public static Tensor copied(Tensor x, int[] pad, PaddingMode mode) {
        int axes = pad.length / 2;
        var from = new int[axes][];
        boolean inside = true; // whether all that is copied stands in the result itself
        for (int i = 0; i < axes; i++) {
            from[i] = sources(x.size(x.dim() - 1 - i), pad[2 * i], pad[2 * i + 1], mode);
            for (int place : from[i]) inside &= place + pad[2 * i] >= 0 && place + pad[2 * i] < from[i].length;
        }
        if (inside) return spread(name(mode, axes), x, pad, from);
        for (int i = 0; i < axes; i++)
            x = x.indexSelect(
                    x.dim() - 1 - i,
                    Tensors.tensor(Arrays.stream(from[i]).asLongStream().toArray()));
        return x;
    }

    private static String name(PaddingMode mode, int axes) {
        return switch (mode) {
            case REFLECT -> "ReflectionPad" + axes + "D";
            case REPLICATE -> "ReplicationPad" + axes + "D";
            default -> "CircularPad" + axes + "D";
        };
    }

    /** Of each new place of a dimension of size n the one that it shows. */
    private static int[] sources(int n, int before, int after, PaddingMode mode) {
        int first = mode == PaddingMode.CIRCULAR ? Math.max(-before, 0) : 0;
        int rest = mode == PaddingMode.CIRCULAR ? n + Math.min(before, 0) + Math.min(after, 0) : n;
        var from = new int[before + n + after];
        for (int i = 0; i < from.length; i++) from[i] = first + source(i - before - first, rest, mode);
        return from;
    }

    /** The place of an image of {@code n} places that place {@code i} shows, which may lie outside. */
    private static int source(int i, int n, PaddingMode mode) {
        return switch (mode) {
            case REFLECT -> i < 0 ? -i : i < n ? i : 2 * (n - 1) - i;
            case CIRCULAR -> Math.floorMod(i, n);
            default -> Math.clamp(i, 0, n - 1);
        };
    }

    /** Copies the middle, then the edges of one dimension after the other. */
    private static Tensor spread(String name, Tensor x, int[] pad, int[][] from) {
        var y = blank(x, pad);
        try (var _ = GradMode.set(false)) {
            if (y.count() > 0) {
                inner(y, pad, 1).copy_(inner(x.detach(), pad, -1));
                for (int i = 0; i < from.length; i++) edges(y, i, pad, from[i], false);
            }
        }
        return Op.of(name, y).wrt(x, dy -> gathered(name, dy, pad, from)).result();
    }

    /** The reverse: adds the edges to what they show, and leaves the middle. */
    private static Tensor gathered(String name, Tensor dy, int[] pad, int[][] from) {
        int[] back = Arrays.stream(pad).map(p -> -p).toArray();
        var dx = blank(dy, back);
        try (var _ = GradMode.set(false)) {
            var sum = dy.clone();
            if (sum.count() > 0) for (int i = from.length - 1; i >= 0; i--) edges(sum, i, pad, from[i], true);
            if (Arrays.stream(back).anyMatch(p -> p > 0)) dx.fill_(0);
            if (dx.count() > 0) inner(dx, back, 1).copy_(inner(sum, back, -1));
        }
        return Op.of(name + "Backward", dx)
                .wrt(dy, ddx -> spread(name, ddx, pad, from))
                .result();
    }

    /** Copies to, or adds from, the places outside the middle of one dimension. */
    private static void edges(Tensor x, int i, int[] pad, int[] from, boolean add) {
        int d = x.dim() - 1 - i, before = pad[2 * i], after = pad[2 * i + 1];
        for (int place = 0; place < from.length; place++) {
            if (place == Math.max(before, 0)) place = Math.max(from.length - Math.max(after, 0), place);
            if (place >= from.length) return;
            var outside = x.narrow(d, place, 1);
            var shown = x.narrow(d, from[place] + before, 1);
            if (add) shown.add_(outside);
            else outside.copy_(shown);
        }
    }
}
