package flambeau.functional;

import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.kernel;

import flambeau.args.Arg;
import flambeau.args.Kernel;
import flambeau.args.OutputRatio;
import flambeau.args.OutputSize;
import flambeau.args.RandomSamples;
import flambeau.args.RandomSource;
import flambeau.args.Sizes;
import flambeau.array.Shape;
import flambeau.tensor.RegionPoolings;
import flambeau.tensor.Tensor;
import flambeau.tensor.Tensors;
import flambeau.tensor.ValuesIndices;
import java.util.Arrays;

/** Maximum pooling over windows at random places. */
abstract sealed class FractionalPooling extends AdaptivePooling permits Unpooling {
    FractionalPooling() {}

    /** Like {@link #fractionalMaxPool2d(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor fractionalMaxPool2d(Tensor x, int kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool2d", 2, x, kernel(kernel), args).values();
    }

    /**
     * The largest values of windows that begin at random places, about evenly apart: fractional max pooling (Graham, 2014).
     *
     * {@snippet :
     * var y = fractionalMaxPool2d(x, kernel(2), outputRatio(0.5));
     * }
     *
     * @param x [n, c, h, w] or [c, h, w], floating
     * @param kernel the sizes of the window: one, or one an axis
     * @param args outputSize, or outputRatio, the share of the input: one, or one an axis; generator: where the places come from;
     *     randomSamples: [n, c, 2] numbers between 0 and 1 instead of drawn ones
     * @return [n, c, h', w'] or [c, h', w'] with the sizes that were asked for
     * @throws IllegalArgumentException if there is no size, or the windows do not fit
     */
    @SafeVarargs
    public static Tensor fractionalMaxPool2d(Tensor x, Kernel kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool2d", 2, x, kernel, args).values();
    }

    /** Like {@link #fractionalMaxPool2dWithIndices(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static ValuesIndices fractionalMaxPool2dWithIndices(
            Tensor x, int kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool2d", 2, x, kernel(kernel), args);
    }

    /**
     * Like {@link #fractionalMaxPool2d(Tensor, Kernel, Arg...)}, also telling where in its plane each maximum stands (int64,
     * counted in rows).
     */
    @SafeVarargs
    public static ValuesIndices fractionalMaxPool2dWithIndices(
            Tensor x, Kernel kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool2d", 2, x, kernel, args);
    }

    /** Like {@link #fractionalMaxPool3d(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static Tensor fractionalMaxPool3d(Tensor x, int kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool3d", 3, x, kernel(kernel), args).values();
    }

    /** Like {@link #fractionalMaxPool2d(Tensor, Kernel, Arg...)} over three space axes. */
    @SafeVarargs
    public static Tensor fractionalMaxPool3d(Tensor x, Kernel kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool3d", 3, x, kernel, args).values();
    }

    /** Like {@link #fractionalMaxPool3dWithIndices(Tensor, Kernel, Arg...)} with windows of one size along all axes. */
    @SafeVarargs
    public static ValuesIndices fractionalMaxPool3dWithIndices(
            Tensor x, int kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool3d", 3, x, kernel(kernel), args);
    }

    /**
     * Like {@link #fractionalMaxPool3d(Tensor, Kernel, Arg...)}, also telling where in its volume each maximum stands (int64,
     * counted in rows).
     */
    @SafeVarargs
    public static ValuesIndices fractionalMaxPool3dWithIndices(
            Tensor x, Kernel kernel, Arg<? super Takes.FractionalMaxPool>... args) {
        return fractional("fractionalMaxPool3d", 3, x, kernel, args);
    }

    private static ValuesIndices fractional(String op, int axes, Tensor x, Kernel size, Arg<?>[] args) {
        var kernel = Sizes.of(op, "kernel", size.sizes(), axes, 1);
        boolean batch = Axes.isBatch(op, axes, x);
        Axes.checkFilled(op, axes, x);
        if (!x.dtype().isFloatingPoint()) throw Refusal.of("%s: the dtype must be floating, got %s", op, x.dtype());
        var images = batch ? x : x.unsqueeze(0);
        var sizes = outputs(op, axes, images, args);
        for (int i = 0; i < axes; i++)
            if (sizes[i] < 0 || kernel[i] + sizes[i] - 1 > images.size(i + 2) - (axes - 2)) // volumes need a place more
            throw Refusal.of(
                        "%s: %s windows of %s do not fit into input %s",
                        op,
                        Arrays.toString(sizes),
                        Arrays.toString(kernel),
                        x.shape().text());
        var found = RegionPoolings.fractionalMax(images, kernel, sizes, samples(op, axes, images, args));
        return batch
                ? found
                : new ValuesIndices(found.values().squeeze(0), found.indices().squeeze(0));
    }

    private static int[] outputs(String op, int axes, Tensor x, Arg<?>[] args) {
        var sizes = new int[axes];
        var size = given(args, OutputSize.class);
        var ratio = given(args, OutputRatio.class);
        if (size == null && ratio == null) throw Refusal.of("%s: takes outputSize or outputRatio, got neither", op);
        double[] share = ratio == null ? new double[0] : ratio.values();
        int n = size == null ? share.length : size.sizes().length;
        if (n != 1 && n != axes) throw Refusal.of("%s: takes 1 or %d sizes of the output, got %d", op, axes, n);
        for (int i = 0; i < axes; i++) {
            int at = n == 1 ? 0 : i;
            var wanted = size == null ? Integer.valueOf((int) (x.size(i + 2) * share[at])) : size.sizes()[at];
            if (wanted == null) throw Refusal.of("%s: outputSize must not be null", op);
            sizes[i] = wanted;
        }
        return sizes;
    }

    /** The given numbers, or new ones for each plane and axis. */
    private static Tensor samples(String op, int axes, Tensor x, Arg<?>[] args) {
        int n = x.size(0), c = x.size(1);
        var given = given(args, RandomSamples.class);
        var generator = given(args, RandomSource.class);
        if (given == null || !(given.value() instanceof Tensor samples))
            return generator == null
                    ? Tensors.rand(Shape.of(n, c, axes), dtype(x.dtype()))
                    : Tensors.rand(Shape.of(n, c, axes), dtype(x.dtype()), generator);
        if (samples.dim() != 3 || samples.size(0) < n || samples.size(1) != c || samples.size(2) != axes)
            throw Refusal.of(
                    "%s: randomSamples must be [%d, %d, %d], got %s",
                    op, n, c, axes, samples.shape().text());
        if (samples.dtype() != x.dtype())
            throw Refusal.of(
                    "%s: randomSamples (%s) must have the dtype of the input (%s)", op, samples.dtype(), x.dtype());
        return samples.narrow(0, 0, n);
    }
}
